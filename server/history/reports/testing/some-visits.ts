import fc from 'fast-check'
import type { KpiRules } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS, type Visit } from '@/lib/domain/visit'

/** A day, of which some visits are outside. */
export const BEGIN = Date.UTC(2026, 10, 23)
const HOUR_MS = 3_600_000
export const SPAN = { from: BEGIN, to: BEGIN + 24 * HOUR_MS }
export const QUEUES = ['support', 'sales']

export const someRules: fc.Arbitrary<KpiRules> = fc.record({
  thresholdMs: fc.integer({ min: 0, max: 60_000 }),
  shortMs: fc.integer({ min: 0, max: 20_000 }),
  formula: fc.constant('SL4'),
  lost: fc.subarray([...ENDINGS]),
})

/** Also what should not be: clocks that went back, endings that do not fit. */
export const someVisit: fc.Arbitrary<Visit> = fc
  .record({
    queue: fc.constantFrom(...QUEUES, 'night'),
    enteredAt: fc.integer({ min: SPAN.from - HOUR_MS, max: SPAN.to }),
    waitMs: fc.option(fc.integer({ min: -1000, max: 90_000 })),
    answerMs: fc.option(fc.integer({ min: -1000, max: 90_000 })),
    talkMs: fc.option(fc.integer({ min: -1000, max: 600_000 })),
    heldMs: fc.integer({ min: 0, max: 60_000 }),
    wrapUpMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    ending: fc.option(fc.constantFrom(...ENDINGS)),
    endedBy: fc.option(fc.constantFrom('agent' as const, 'caller' as const, 'transfer' as const)),
    agent: fc.option(fc.constantFrom('PJSIP/101', 'PJSIP/102')),
  })
  .map(({ waitMs, answerMs, talkMs, enteredAt, ...fields }) => {
    const answeredAt = answerMs === null ? null : enteredAt + answerMs
    const talkEndedAt = talkMs === null || answeredAt === null ? null : answeredAt + talkMs
    return aVisit({
      ...fields,
      enteredAt,
      answeredAt,
      talkEndedAt,
      leftAt: waitMs === null ? null : enteredAt + waitMs,
    })
  })
