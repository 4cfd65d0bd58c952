import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { PBX } from '@/lib/domain/testing/records'
import { type AgentSpan, type AgentTime, joined, mergedLine, overallOf, SPAN_STATES } from '@/lib/domain/time-line'
import { addTime, NO_TIME } from '@/lib/kpi/agent-time'
import { databases } from '@/server/testing/databases'
import { LONGEST_SPAN_MS } from './agent-follower'
import { timesIn } from './agent-times'
import { rowOf, upsertSpans } from './span-rows'

const STEP = 600_000
/** The evening before the clocks of Berlin go back, on a Sunday. */
const START = Date.UTC(2026, 9, 24, 20)
const STEPS = 2 * 24 * 6
const BERLIN = { timeZone: 'Europe/Berlin', startMs: 0 }

const spans = fc
  .array(
    fc.record({
      state: fc.constantFrom(...SPAN_STATES, null),
      reason: fc.constantFrom(null, 'lunch', 'meeting'),
      steps: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map(lineOf)
const house = fc.record({
  support: spans,
  sales: spans,
  from: fc.nat(STEPS),
  length: fc.integer({ min: 1, max: STEPS }),
})

describe.each(databases)('agents’ sums ($kind)', ({ open }) => {
  it('are what one gets by looking at every moment, over midnight and a changed clock, over all queues and over some', async () => {
    const test = await open()
    try {
      await fc.assert(
        fc.asyncProperty(house, async ({ support, sales, from, length }) => {
          await test.database.db.deleteFrom('agent_spans').execute()
          const lines = { support, sales, '': mergedLine([support, sales]) }
          const range = { from: START + from * STEP, to: START + (from + length) * STEP }
          for (const [queue, line] of Object.entries(lines)) await keep(test.database, queue, line)
          for (const queues of [null, ['support', 'sales'], ['sales']]) {
            const wanted = { ...range, queues, agent: null, until: Number.MAX_SAFE_INTEGER }
            const found = [...(await timesIn(test.database, wanted)).values()][0]?.time ?? NO_TIME
            const seen = queues?.length === 1 ? [sales] : [support, sales]
            expect(found).toEqual(byLooking(seen, range.from, range.to))
          }
        }),
        { seed: 20261127, numRuns: 60 },
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
    await keep(test.database, '', [{ ...ready, from: from - 3_600_000, to: to + 3_600_000 }])
    const wanted = { from, to, queues: null, agent: null, until: Number.MAX_SAFE_INTEGER }
    const [agent] = (await timesIn(test.database, wanted)).values()
    expect(agent?.time.states.ready).toBe(25 * 3_600_000)
    await test.dispose()
  })
})

function lineOf(
  some: readonly { state: AgentSpan['state'] | null; reason: string | null; steps: number }[],
): AgentSpan[] {
  const line: AgentSpan[] = []
  let at = START
  for (const { state, reason, steps } of some) {
    const to = at + steps * STEP
    if (state !== null) line.push({ state, reason: state === 'paused' ? reason : null, from: at, to })
    at = to
  }
  return joined(line)
}

function keep(database: Parameters<typeof upsertSpans>[0], queue: string, line: readonly AgentSpan[]): Promise<void> {
  if (line.length === 0) return Promise.resolve()
  const who = { pbx: PBX, interface: 'PJSIP/101', name: 'Ana', queue }
  return upsertSpans(
    database,
    line.flatMap(cut).map((span) => rowOf({ ...who, ...span })),
  )
}

/** As whatever goes on for long is cut before it is kept. */
function cut({ from, to, ...span }: AgentSpan): AgentSpan[] {
  const pieces = Math.ceil((to - from) / LONGEST_SPAN_MS)
  return Array.from({ length: pieces }, (_, piece) => {
    const begin = from + piece * LONGEST_SPAN_MS
    return { ...span, from: begin, to: Math.min(to, begin + LONGEST_SPAN_MS) }
  })
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
