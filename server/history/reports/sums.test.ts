import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { addTally, addVisit, emptyTally } from '@/lib/kpi/tally'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { type Apart, sumsIn } from './sums'
import { BEGIN, QUEUES, SPAN, someRules, someVisit } from './testing/some-visits'

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
      fc.asyncProperty(fc.array(someVisit, { maxLength: 60 }), someRules, someRules, async (visits, support, sales) => {
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
