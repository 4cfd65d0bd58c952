import { expect, it } from 'vitest'
import { sendConsoleToLog } from './console-to-log'
import { createLog } from './log'

function fakeConsole() {
  const printed: unknown[] = []
  const print = (...values: unknown[]) => void printed.push(...values)
  return { printed, target: { debug: print, info: print, log: print, warn: print, error: print } }
}

it('makes log lines of what packages print, in colour or not, and hides secrets in them', () => {
  const lines: string[] = []
  const { target, printed } = fakeConsole()
  const log = createLog({ level: 'info', secrets: ['s3cret'], write: (line) => lines.push(line) })
  sendConsoleToLog(log, target)
  target.error('\u001b[31m⨯\u001b[0m %s failed:', '/wall', new Error('no s3cret'))
  target.log('')
  target.debug('detail')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    msg: expect.stringMatching(/^⨯ \/wall failed: Error: no \[hidden\]/),
  })
  expect(printed).toEqual([])
})

it('gives the console back', () => {
  const { target, printed } = fakeConsole()
  const undo = sendConsoleToLog(createLog({ level: 'info', secrets: [], write: () => {} }), target)
  undo()
  target.log('plain')
  expect(printed).toEqual(['plain'])
})
