import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import type { Visit } from '@/lib/domain/visit'
import { kindOf, waitOf } from '@/lib/kpi/kind'
import { DISTRIBUTIONS, type DistributionOf, type DistributionSeries } from '@/lib/protocol/distributions'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { distributionOf } from './distribution'
import { QUEUES, SPAN, someRules, someVisit } from './testing/some-visits'

/** Nothing is over yet. */
const DEPS = { now: SPAN.from, dayStart: (at: number) => at - (at % 86_400_000) }

type RulesOf = (queue: string) => KpiRules

describe.each(databases)('how long callers waited and talked, counted by $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('is what counting every visit gives, and percentiles are those of all times put in order', async () => {
    const { database } = test
    const visits = fc.array(someVisit, { maxLength: 60 })
    const agents = fc.constantFrom(null, 'PJSIP/101')
    await fc.assert(
      fc.asyncProperty(visits, someRules, someRules, agents, async (some, support, sales, agent) => {
        await database.db.deleteFrom('visits').execute()
        if (some.length > 0) await database.db.insertInto('visits').values(some.map(rowOf)).execute()
        const rulesOf = (queue: string) => (queue === 'support' ? support : sales)
        for (const of of DISTRIBUTIONS) {
          const wanted = { ...SPAN, of, queues: QUEUES, agent }
          const { bins, series } = await distributionOf({ ...DEPS, database, rulesOf }, wanted)
          for (const one of series) {
            const times = timesOf(one.kind, of, some, rulesOf, agent)
            expect([of, one]).toEqual([of, { kind: one.kind, ...counted(times, bins) }])
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has bins that follow each other, of which the last has no end', async () => {
    const deps = { ...DEPS, database: test.database, rulesOf: () => RULES }
    const wait = await distributionOf(deps, { ...SPAN, of: 'wait', queues: [], agent: null })
    expect(wait.bins[4]).toEqual({ from: 20_000, to: 25_000 })
    for (const [index, { to }] of wait.bins.slice(0, -1).entries()) expect(wait.bins[index + 1]?.from).toBe(to)
    expect(wait.bins.at(-1)).toEqual({ from: 600_000, to: null })
    expect(wait.series[0]).toMatchObject({ count: 0, meanMs: null, medianMs: null, p90Ms: null, longestMs: null })
  })
})

const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: [] } as const

function timesOf(
  kind: DistributionSeries['kind'],
  of: DistributionOf,
  visits: readonly Visit[],
  rulesOf: RulesOf,
  agent: string | null,
): number[] {
  return visits.flatMap((visit) => {
    const { leftAt, queue, answeredAt, talkEndedAt, heldMs } = visit
    const counts = kindOf(visit, rulesOf(queue))
    if (counts === null || leftAt === null || leftAt < SPAN.from || leftAt >= SPAN.to) return []
    if (!QUEUES.includes(queue) || (agent !== null && visit.agent !== agent)) return []
    if (of === 'talk') {
      return answeredAt === null || talkEndedAt === null ? [] : [Math.max(0, talkEndedAt - answeredAt - heldMs)]
    }
    const told = counts === 'short' ? 'lost' : counts
    return told === kind ? [waitOf(visit) ?? 0] : []
  })
}

function counted(times: readonly number[], bins: readonly { from: number; to: number | null }[]) {
  const inOrder = [...times].sort((a, b) => a - b)
  const rank = (share: number) => inOrder[Math.ceil(inOrder.length * share) - 1]
  const toSecond = (ms: number | undefined) => (ms === undefined ? null : Math.floor(ms / 1000) * 1000)
  const sum = times.reduce((total, one) => total + one, 0)
  return {
    count: times.length,
    meanMs: times.length === 0 ? null : sum / times.length,
    ...{ medianMs: toSecond(rank(0.5)), p90Ms: toSecond(rank(0.9)), longestMs: inOrder.at(-1) ?? null },
    counts: bins.map(
      ({ from, to }) => times.filter((ms) => ms >= from && ms < (to ?? Number.POSITIVE_INFINITY)).length,
    ),
  }
}
