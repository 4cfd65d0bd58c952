import { describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { fc } from '@/lib/domain/testing/random'
import { type AgentSpan, type AgentTime, mergedLine, overallOf } from '@/lib/domain/time-line'
import { addTime, NO_TIME, sumOfTimes } from '@/lib/kpi/agent-time'
import { databases } from '@/server/testing/databases'
import { keepLine, START, STEP, someHouse } from './testing/random-lines'
import { timesOf } from './testing/times-of'

const BERLIN = { timeZone: 'Europe/Berlin', startMs: 0 }

describe.each(databases)('agents’ sums ($kind)', ({ open }) => {
  it('are what one gets by looking at every moment, over midnight and a changed clock, over all queues and over some', async () => {
    const test = await open()
    try {
      await fc.assert(
        fc.asyncProperty(someHouse, async ({ support, sales, from, length }) => {
          await test.database.db.deleteFrom('agent_spans').execute()
          const lines = { support, sales, '': mergedLine([support, sales]) }
          const range = { from: START + from * STEP, to: START + (from + length) * STEP }
          for (const [queue, line] of Object.entries(lines)) await keepLine(test.database, queue, line)
          for (const queues of [null, ['support', 'sales'], ['sales']]) {
            const wanted = { ...range, queues, agent: null, until: Number.MAX_SAFE_INTEGER }
            const found = [...(await timesOf(test.database, wanted)).values()][0]?.time ?? NO_TIME
            const seen = queues?.length === 1 ? [sales] : [support, sales]
            expect(found).toEqual(byLooking(seen, range.from, range.to))
          }
        }),
        { numRuns: 60 },
      )
    } finally {
      await test.dispose()
    }
  })

  it('of two parts of a range are those of the whole, however long a pause lasts and whichever reason it has in which queue', async () => {
    const test = await open()
    try {
      await fc.assert(
        fc.asyncProperty(someHouse, fc.nat(36), fc.nat(36), async ({ support, sales, from }, first, second) => {
          await test.database.db.deleteFrom('agent_spans').execute()
          await keepLine(test.database, 'support', support.map(paused('lunch')))
          await keepLine(test.database, 'sales', sales.map(paused('meeting')))
          const begin = START + from * STEP
          const middle = begin + first * STEP
          const end = middle + second * STEP
          const timeIn = async (range: { from: number; to: number }) => {
            const wanted = { ...range, queues: ['support', 'sales'], agent: null, until: Number.MAX_SAFE_INTEGER }
            return [...(await timesOf(test.database, wanted)).values()][0]?.time ?? NO_TIME
          }
          const parts = [await timeIn({ from: begin, to: middle }), await timeIn({ from: middle, to: end })] as const
          expect(sumOfTimes(...parts)).toEqual(await timeIn({ from: begin, to: end }))
        }),
        { numRuns: 20 },
      )
    } finally {
      await test.dispose()
    }
  })

  it('of the day on which the clock goes back are those of 25 hours', async () => {
    const test = await open()
    const noon = Date.UTC(2026, 9, 25, 12)
    const from = dayStart(noon, BERLIN.timeZone, BERLIN.startMs)
    const to = dayStart(noon + 86_400_000, BERLIN.timeZone, BERLIN.startMs)
    const ready = { state: 'ready', reason: null } as const
    await keepLine(test.database, '', [{ ...ready, from: from - 3_600_000, to: to + 3_600_000 }])
    const wanted = { from, to, queues: null, agent: null, until: Number.MAX_SAFE_INTEGER }
    const [agent] = (await timesOf(test.database, wanted)).values()
    expect(agent?.time.states.ready).toBe(25 * 3_600_000)
    await test.dispose()
  })
})

function paused(reason: string): (span: AgentSpan) => AgentSpan {
  return ({ from, to }) => ({ state: 'paused', reason, from, to })
}

/** Step by step, what goes on in each line. */
function byLooking(lines: readonly AgentSpan[][], from: number, to: number): AgentTime {
  let time = NO_TIME
  for (let at = from; at < to; at += STEP) {
    const present = lines.flatMap((line) => line.filter((span) => span.from <= at && at < span.to))
    const told = overallOf(present)
    if (told) time = addTime(time, told, STEP)
  }
  return time
}
