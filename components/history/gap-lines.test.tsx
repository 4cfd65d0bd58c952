// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { NOW } from '@/lib/domain/testing/records'
import type { GapView } from '@/lib/protocol/visits'
import { GapLines } from './gap-lines'

afterEach(cleanup)

const GAP: GapView = { pbx: 'main', from: NOW, to: NOW + 60_000, filled: [], calls: [] }
const CALLS: GapView['calls'][number] = {
  ...{ queue: 'support', queueLabel: 'Support', completed: 2, abandoned: 1, unclear: 0, countersRestarted: false },
}

function shown(gap: Partial<GapView>): string {
  render(
    <DeskAround>
      <GapLines gaps={[{ ...GAP, ...gap }]} />
    </DeskAround>,
  )
  return screen.getByRole('listitem').textContent ?? ''
}

test('a gap says how many calls are known from Asterisk’s counters alone', () => {
  expect(shown({ calls: [CALLS] })).toMatch(/Support: 3 calls known only from .*counters \(2 answered, 1 lost\)$/)
})

test('and that some of them may be visits whose end nobody saw', () => {
  expect(shown({ calls: [{ ...CALLS, unclear: 1 }] })).toContain('1 visit whose end nobody saw may be among them')
})

test('and that the counters began anew, so that it is no more than a least number', () => {
  const said = shown({ calls: [{ ...CALLS, countersRestarted: true }] })
  expect(said).toMatch(/Support: Asterisk’s counters began anew in it; at least 3 calls known only/)
  cleanup()
  expect(shown({ calls: [{ ...CALLS, completed: 0, abandoned: 0, countersRestarted: true }] })).not.toContain('known')
})

test('the time before anything was recorded is told by its end', () => {
  expect(shown({ from: 0, to: NOW })).toMatch(/^Not recorded before 23 Nov 2026, \d\d:\d\d$/)
})

test('a gap of days says on which day it ends', () => {
  expect(shown({ to: NOW + 3 * 86_400_000 })).toMatch(/^23 Nov 2026, \d\d:\d\d – 26 Nov 2026, \d\d:\d\d$/)
})

test('of more than fit on paper those with calls and the longest are told, and what the rest come to', () => {
  const after = (minutes: number, fields: Partial<GapView>): GapView => {
    const from = NOW + minutes * 60_000
    return { ...GAP, from, to: from + 60_000, ...fields }
  }
  const gaps = [
    GAP,
    after(10, { calls: [CALLS] }),
    after(20, {}),
    after(30, { to: NOW + 33 * 60_000, filled: [{ from: NOW + 30 * 60_000, to: NOW + 33 * 60_000 }] }),
    after(40, { to: NOW + 42 * 60_000 }),
  ]
  render(
    <DeskAround>
      <GapLines gaps={gaps} most={2} />
    </DeskAround>,
  )
  const [first, second, ...rest] = screen.getAllByRole('listitem').map((line) => line.textContent)
  expect([first, second]).toEqual([expect.stringContaining('Support'), '11:22:00–11:24:00'])
  expect(rest).toEqual(['and 3 more, 2:00 together'])
})

test('what Asterisk’s log filled is named', () => {
  expect(shown({ filled: [{ from: GAP.from, to: GAP.to }] })).toMatch(/filled from Asterisk’s log$/)
  cleanup()
  expect(shown({ filled: [{ from: GAP.from, to: GAP.from + 1_000 }] })).toMatch(/filled from Asterisk’s log: .*–/)
})
