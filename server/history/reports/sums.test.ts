import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { addEndings, type EndingCounts, noEndings, UNANSWERED } from '@/lib/kpi/endings'
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
      { signal: gone },
    )
    await expect(sums.next()).rejects.toThrow('gone')
  })

  it('tell how far they are', async () => {
    const visits = [0, 20].map((hour) => rowOf(aVisit({ enteredAt: BEGIN + hour * 3_600_000 })))
    await test.database.db.insertInto('visits').values(visits).execute()
    const rulesOf = () => ({ thresholdMs: 1, shortMs: 1, formula: 'SL4', lost: [] }) as const
    const told: number[] = []
    const watch = { tell: (done: number) => told.push(Math.round(done * 100)) }
    const wanted = { ...SPAN, queues: ['support', 'sales'], agent: null }
    for await (const _ of sumsIn(test.database, wanted, rulesOf, { stepMs: null, agents: false }, watch));
    // Of the second queue there is nothing to read.
    expect(told).toEqual([0, 25])
  })
})

type Counted = { tally: Tally; endings: EndingCounts }
const nothing = (): Counted => ({ tally: emptyTally(), endings: noEndings() })

type RulesOf = (queue: string) => KpiRules
const keyOf = (...parts: unknown[]) => parts.join('|')

async function summed({ database }: TestDatabase, rulesOf: RulesOf, apart: Apart) {
  const sums = new Map<string, Counted>()
  for await (const { queue, at, agent, tally, endings } of sumsIn(
    database,
    { ...SPAN, queues: QUEUES, agent: null },
    rulesOf,
    apart,
  )) {
    const key = keyOf(queue, at, agent)
    const known = sums.get(key) ?? nothing()
    sums.set(key, { tally: addTally(known.tally, tally), endings: addEndings(known.endings, endings) })
  }
  return sums
}

function reckoned(visits: readonly Visit[], rulesOf: RulesOf, { stepMs, agents }: Apart) {
  const sums = new Map<string, Counted>()
  for (const one of visits) {
    const { queue, leftAt, ending, agent } = one
    if (leftAt === null || ending === null || !QUEUES.includes(queue)) continue
    if (leftAt < SPAN.from || leftAt >= SPAN.to) continue
    const key = keyOf(queue, stepMs === null ? 0 : leftAt - (leftAt % stepMs), agents ? agent : null)
    const counted = sums.get(key) ?? nothing()
    addVisit(counted.tally, one, rulesOf(queue))
    const unanswered = UNANSWERED.find((end) => end === ending)
    if (unanswered) counted.endings[unanswered] += 1
    sums.set(key, counted)
  }
  return sums
}
