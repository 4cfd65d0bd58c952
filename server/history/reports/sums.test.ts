import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import { addTally, addVisit, emptyTally } from '@/lib/kpi/tally'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { type Apart, sumsIn } from './sums'

const BEGIN = Date.UTC(2026, 10, 23)
const HOUR_MS = 3_600_000
const SPAN = { from: BEGIN, to: BEGIN + 24 * HOUR_MS }
const QUEUES = ['support', 'sales']

const rules: fc.Arbitrary<KpiRules> = fc.record({
  thresholdMs: fc.integer({ min: 0, max: 60_000 }),
  shortMs: fc.integer({ min: 0, max: 20_000 }),
  formula: fc.constant('SL4'),
  lost: fc.subarray([...ENDINGS]),
})

/** Also what should not be: clocks that went back, endings that do not fit. */
const visit: fc.Arbitrary<Visit> = fc
  .record({
    queue: fc.constantFrom(...QUEUES, 'night'),
    enteredAt: fc.integer({ min: SPAN.from - HOUR_MS, max: SPAN.to }),
    waitMs: fc.option(fc.integer({ min: -1000, max: 90_000 })),
    answerMs: fc.option(fc.integer({ min: -1000, max: 90_000 })),
    talkMs: fc.option(fc.integer({ min: -1000, max: 600_000 })),
    heldMs: fc.integer({ min: 0, max: 60_000 }),
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

const APARTS: readonly Apart[] = [
  { stepMs: null, agents: false },
  { stepMs: 900_000, agents: false },
  { stepMs: null, agents: true },
]

describe.each(databases)('sums of visits, made by $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('are those of lib/kpi over every visit', async () => {
    const { db } = test.database
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 60 }), rules, rules, async (visits, support, sales) => {
        await db.deleteFrom('visits').execute()
        if (visits.length > 0) await db.insertInto('visits').values(visits.map(rowOf)).execute()
        const rulesOf = (queue: string) => (queue === 'support' ? support : sales)
        for (const apart of APARTS) expect(await summed(test, rulesOf, apart)).toEqual(reckoned(visits, rulesOf, apart))
      }),
      { numRuns: 60 },
    )
  })

  it('end as soon as nobody wants them any more', async () => {
    const { db } = test.database
    await db
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: BEGIN })))
      .execute()
    const rulesOf = () => ({ thresholdMs: 1, shortMs: 1, formula: 'SL4', lost: [] }) as const
    const gone = AbortSignal.abort(new Error('gone'))
    const sums = sumsIn(
      test.database,
      { ...SPAN, queues: QUEUES, agent: null },
      rulesOf,
      { stepMs: null, agents: false },
      gone,
    )
    await expect(sums.next()).rejects.toThrow('gone')
  })
})

type RulesOf = (queue: string) => KpiRules
const keyOf = (...parts: unknown[]) => parts.join('|')

async function summed({ database }: TestDatabase, rulesOf: RulesOf, apart: Apart) {
  const sums = new Map<string, ReturnType<typeof emptyTally>>()
  for await (const { queue, at, agent, tally } of sumsIn(
    database,
    { ...SPAN, queues: QUEUES, agent: null },
    rulesOf,
    apart,
  )) {
    const key = keyOf(queue, at, agent)
    sums.set(key, addTally(sums.get(key) ?? emptyTally(), tally))
  }
  return sums
}

function reckoned(visits: readonly Visit[], rulesOf: RulesOf, { stepMs, agents }: Apart) {
  const sums = new Map<string, ReturnType<typeof emptyTally>>()
  for (const one of visits) {
    const { queue, leftAt, ending, agent } = one
    if (leftAt === null || ending === null || !QUEUES.includes(queue)) continue
    if (leftAt < SPAN.from || leftAt >= SPAN.to) continue
    const key = keyOf(queue, stepMs === null ? 0 : leftAt - (leftAt % stepMs), agents ? agent : null)
    const tally = sums.get(key) ?? emptyTally()
    addVisit(tally, one, rulesOf(queue))
    sums.set(key, tally)
  }
  return sums
}
