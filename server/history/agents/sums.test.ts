import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { Figure } from '@/lib/kpi/figures'
import { sampleStore } from '@/server/api/testing/sample-store'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { sumsWithin } from '../kept/sums-within'
import { reckon } from '../reports/explain'
import { queuesWanted } from '../reports/queues-known'
import { keepOnly } from '../reports/testing/keep-only'
import { QUEUES, SPAN, someVisit } from '../reports/testing/some-visits'
import { missedRingsIn } from './missed-list'
import { agentSumsIn } from './sums'

const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const

const someRing = fc.record({
  interface: fc.constantFrom('PJSIP/101', 'pjsip/101', 'PJSIP/102', 'PJSIP/103'),
  at: fc.constant(SPAN.from),
  rangMs: fc.option(fc.constant(9_000)),
  outcome: fc.constantFrom('noAnswer' as const, 'answered' as const, 'elsewhere' as const, null),
})
const someRinging = fc
  .tuple(someVisit, fc.array(someRing, { maxLength: 4 }))
  .map(([visit, rings]) => ({ ...visit, rings }))

describe.each(databases)('what came of agents’ calls, in $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const deps = () => ({
    ...{ database: test.database, tables: sampleStore().tables, rulesOf: () => RULES, now: SPAN.to },
    dayStart: (at: number) => at - (at % 86_400_000),
  })
  const sums = (queues: readonly string[] | null) =>
    agentSumsIn(deps(), { ...SPAN, queues, agent: null, until: SPAN.to })
  const explained = async (figure: Figure, agent: string, wanted: readonly string[] | null) => {
    const queues = await queuesWanted(deps(), wanted)
    return reckon(figure, sumsWithin(deps(), { ...SPAN, queues, agent, within: {} }), () => RULES)
  }

  it('is what the explanation of each figure says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someVisit, { maxLength: 20 }), async (visits) => {
        await keepOnly(test.database, visits)
        for (const queues of [null, QUEUES]) {
          for (const { interface: agent, answered, talks, talkMs, heldMs, averageHandlingMs } of await sums(queues)) {
            const { value, denominator, tally } = await explained('averageHandling', agent, queues)
            expect([averageHandlingMs, talks, heldMs]).toEqual([value, denominator, tally.heldMs])
            expect((await explained('averageTalk', agent, queues)).numerator).toBe(talkMs)
            expect((await explained('answered', agent, queues)).value).toBe(answered)
          }
        }
      }),
      { numRuns: kind === 'sqlite' ? 50 : 15 },
    )
  }, 120_000)

  it('has as many rings in vain as the list of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRinging, { maxLength: 20 }), async (visits) => {
        await keepOnly(test.database, visits)
        const queues = await queuesWanted(deps(), null)
        const listed = async (agent: string | null) => {
          let count = 0
          for await (const _ of missedRingsIn(test.database, { ...SPAN, queues, agent })) count += 1
          return count
        }
        const all = await sums(null)
        for (const { interface: agent, missed } of all) expect([agent, await listed(agent)]).toEqual([agent, missed])
        expect(await listed(null)).toBe(all.reduce((sum, { missed }) => sum + missed, 0))
      }),
      { numRuns: kind === 'sqlite' ? 50 : 15 },
    )
  }, 120_000)
})
