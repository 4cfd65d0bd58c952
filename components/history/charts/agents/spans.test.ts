import { expect, test } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { type AgentSpan, SPAN_STATES } from '@/lib/domain/time-line'
import { firstAfter, spanAt, sumsOf } from './spans'

const line: fc.Arbitrary<AgentSpan[]> = fc
  .array(fc.record({ gap: fc.nat(5), length: fc.integer({ min: 1, max: 9 }), state: fc.constantFrom(...SPAN_STATES) }))
  .map((parts) => {
    let at = 0
    return parts.map(({ gap, length, state }) => {
      const from = at + gap
      at = from + length
      return { state, reason: null, from, to: at }
    })
  })

test('whatever the line: what goes on at a moment is what a look through all of it finds', () => {
  fc.assert(
    fc.property(line, fc.nat(200), (spans, at) => {
      const index = spans.findIndex(({ from, to }) => from <= at && at < to)
      expect(spanAt(spans, at)).toBe(index === -1 ? null : index)
      expect(firstAfter(spans, at)).toBe(spans.filter(({ to }) => to <= at).length)
    }),
  )
})

test('states are summed, pauses by their reasons, the longest first', () => {
  const spans: AgentSpan[] = [
    { state: 'paused', reason: 'Lunch', from: 0, to: 30 },
    { state: 'ready', reason: null, from: 30, to: 130 },
    { state: 'paused', reason: null, from: 140, to: 150 },
    { state: 'paused', reason: 'Lunch', from: 150, to: 160 },
  ]
  expect(sumsOf(spans).map(({ state, reason, ms }) => [state, reason, ms])).toEqual([
    ['ready', null, 100],
    ['paused', 'Lunch', 40],
    ['paused', null, 10],
  ])
})
