import fc from 'fast-check'
import { PBX } from '@/lib/domain/testing/records'
import { type AgentSpan, joined, SPAN_STATES } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import { LONGEST_SPAN_MS } from '../agent-follower'
import { rowOf, upsertSpans } from '../span-rows'

export const STEP = 600_000
/** The evening before the clocks of Berlin go back, on a Sunday. */
export const START = Date.UTC(2026, 9, 24, 20)
export const STEPS = 2 * 24 * 6
const REASONS = ['lunch', 'meeting', null]

/** What one does in one queue, with holes. */
export const someLine: fc.Arbitrary<AgentSpan[]> = fc
  .array(
    fc.record({
      state: fc.constantFrom(...SPAN_STATES, null),
      reason: fc.constantFrom(...REASONS),
      steps: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map(lineOf)

/** Two queues, and a range. */
export const someHouse = fc.record({
  support: someLine,
  sales: someLine,
  from: fc.nat(STEPS),
  length: fc.integer({ min: 1, max: STEPS }),
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

/** Keeps what one did in a queue, as the product does. */
export function keepLine(
  database: Database,
  queue: string,
  line: readonly AgentSpan[],
  who = { interface: 'PJSIP/101', name: 'Ana' },
): Promise<void> {
  const rows = line.flatMap(cut).map((span) => rowOf({ pbx: PBX, ...who, queue, ...span }))
  return rows.length === 0 ? Promise.resolve() : upsertSpans(database, rows)
}

/** As whatever goes on for long is cut before it is kept. */
function cut({ from, to, ...span }: AgentSpan): AgentSpan[] {
  const pieces = Math.ceil((to - from) / LONGEST_SPAN_MS)
  return Array.from({ length: pieces }, (_, piece) => {
    const begin = from + piece * LONGEST_SPAN_MS
    return { ...span, from: begin, to: Math.min(to, begin + LONGEST_SPAN_MS) }
  })
}
