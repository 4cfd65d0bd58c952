import { expect, it } from 'vitest'
import { createLog } from './log'

function logged(secrets: string[], use: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  use(createLog({ level: 'info', secrets, write: (line) => lines.push(line) }))
  return lines.join('')
}

it('writes one JSON object a line, with the level as a word', () => {
  const text = logged([], (log) => log.info({ port: 3000 }, 'listening'))
  expect(text.endsWith('\n')).toBe(true)
  expect(JSON.parse(text)).toMatchObject({ level: 'info', port: 3000, msg: 'listening' })
})

it('leaves out what is below its level', () => {
  expect(logged([], (log) => log.debug('detail'))).toBe('')
})

it('hides fields that are secret by name, at any depth in use', () => {
  const text = logged([], (log) =>
    log.info({ secret: 'one', pbx: { secret: 'two' }, req: { headers: { cookie: 'three' } } }),
  )
  expect(text).not.toMatch(/one|two|three/)
})

it('hides a configured secret inside any text, also an error and its stack', () => {
  const text = logged(['pa"ss\\word'], (log) => {
    log.warn('PBX said: Secret: pa"ss\\word')
    log.error({ err: new Error('refused pa"ss\\word') }, 'login')
  })
  expect(text).not.toContain('ss\\\\word')
  expect(text).toContain('PBX said: Secret: [hidden]')
  expect(text).toContain('refused [hidden]')
})

it('does not blot out ordinary words for a very short secret', () => {
  expect(logged(['in'], (log) => log.info('listening'))).toContain('listening')
})
