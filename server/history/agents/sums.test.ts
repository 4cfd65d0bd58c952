import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { Figure } from '@/lib/kpi/figures'
import { sampleStore } from '@/server/api/testing/sample-store'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { sumsWithin } from '../kept/sums-within'
import { reckon } from '../reports/explain'
import { queuesWanted } from '../reports/queues-known'
import { keepOnly } from '../reports/testing/keep-only'
import { QUEUES, SPAN, someVisit } from '../reports/testing/some-visits'
import { agentSumsIn } from './sums'

const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const

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
})
