import { expect, test } from 'vitest'
import type { LinkHealth } from '@/lib/domain/link'
import { aLink } from '@/lib/domain/testing/records'
import { createLinkLog } from './link-log'
import { createLog } from './log'

function logged(...links: Partial<LinkHealth>[]): string[] {
  const lines: string[] = []
  const log = createLog({ level: 'info', secrets: [], write: (line) => lines.push(line) })
  const tell = createLinkLog(log)
  for (const link of links) tell(aLink(link))
  return lines.map((line) => JSON.parse(line)).map(({ level, state }) => `${level} ${state}`)
}

test('what needs a person is a warning', () => {
  expect(logged({ state: 'connecting' }, { state: 'refused', error: 'Authentication failed' })).toEqual([
    'info connecting',
    'warn refused',
  ])
  expect(logged({ state: 'lost', error: 'reset' }, { state: 'live' })).toEqual(['warn lost', 'info live'])
})

test('tries that end alike are told once, another reason is told', () => {
  const lost = { state: 'lost', error: 'reset' } as const
  expect(logged(lost, { ...lost, attempt: 1 }, { ...lost, attempt: 2 }, { ...lost, error: 'no route' })).toEqual([
    'warn lost',
    'warn lost',
  ])
})
