// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aQueue, NOW, stateOf } from '@/lib/domain/testing/records'
import { useLabel } from './use-label'

const [support, sales] = [aQueue('support', { label: 'Support' }), aQueue('sales', { label: 'Sales' })]

/** What a figure of all queues, or of some, is called where these queues are seen. */
function labelOf(seen: (typeof support)[], queues: readonly string[] = []) {
  const cache = new FixtureCache(stateOf({ queues: seen }), NOW)
  const wrapper = ({ children }: { children: ReactNode }) => <DeskAround cache={cache}>{children}</DeskAround>
  return renderHook(() => useLabel({ live: 'waiting', queues, label: null }), { wrapper }).result.current
}

test('all queues are called by their name where there is but one', () => {
  expect(labelOf([support])).toBe('Support')
  expect(labelOf([support, sales])).toBe('All queues shown')
  expect(labelOf([])).toBe('All queues shown')
})

test('one of several is called by its own name, and one that is not there as Asterisk names it', () => {
  expect(labelOf([support, sales], ['sales'])).toBe('Sales')
  expect(labelOf([support], ['gone'])).toBe('gone')
  expect(labelOf([support], ['support', 'sales'])).toBe('All queues shown')
})

test('a figure of an agent is called by the agent’s name, or where only the address tells, by the interface', () => {
  const named = (label: string | null) => {
    const cache = new FixtureCache(stateOf({ queues: [support] }), NOW)
    const wrapper = ({ children }: { children: ReactNode }) => <DeskAround cache={cache}>{children}</DeskAround>
    const opened = { figure: 'answered', window: 'today', queues: [], label, agent: 'PJSIP/101' } as const
    return renderHook(() => useLabel(opened), { wrapper }).result.current
  }
  expect([named('Anna'), named(null)]).toEqual(['Anna', 'PJSIP/101'])
})
