import type { SpanState } from '@/lib/domain/time-line'
import { type AgentTimeFigure, statesOf } from '@/lib/kpi/agent-time-figures'
import type { TimeSort, TimeSpanView, TimesExplanation } from '@/lib/protocol/agent-times'
import { unreachable } from '@/lib/unreachable'
import { agentKey } from './read-spans'
import type { TimeSpan } from './time-spans'

export type TimesAsked = {
  figure: AgentTimeFigure
  /** Only pauses for this; `null`: without any; left out: whatever was given. */
  reason?: string | null
}

/** Those of the spans that have a part in a figure, and which. */
export async function* spansBehind(
  spans: AsyncIterable<TimeSpan>,
  { figure, reason }: TimesAsked,
): AsyncGenerator<TimeSpanView> {
  const { above, below } = statesOf(figure)
  const partOf = (state: SpanState) => {
    if (above.includes(state)) return 'numerator'
    return below?.includes(state) ? 'denominator' : null
  }
  for await (const span of spans) {
    const part = partOf(span.state)
    if (part === null || (reason !== undefined && span.reason !== reason)) continue
    yield { ...span, ms: span.to - span.from, part }
  }
}

export type TimesOrder = { sort: TimeSort; down: boolean }
type Sums = Pick<TimesExplanation, 'numerator' | 'denominator' | 'value' | 'parts' | 'total' | 'agents'>

/** What spans add up to, and one page of them in an order; no more of them are kept than that takes. */
export async function explainTimes(
  spans: AsyncIterable<TimeSpanView>,
  figure: AgentTimeFigure,
  order: TimesOrder,
  { offset, limit }: { offset: number; limit: number },
): Promise<Sums & { items: TimeSpanView[]; name: string | null; pbxs: ReadonlySet<string> }> {
  const parts = new Map<string, TimesExplanation['parts'][number]>()
  const agents = new Set<string>()
  const pbxs = new Set<string>()
  const wanted = offset + limit
  let first: TimeSpanView[] = []
  let name: string | null = null
  for await (const span of spans) {
    const { state, reason, part, ms } = span
    const key = `${state} ${reason ?? ''} ${reason === null}`
    const sum = parts.get(key) ?? { state, reason, part, ms: 0, spans: 0 }
    parts.set(key, { ...sum, ms: sum.ms + ms, spans: sum.spans + 1 })
    agents.add(agentKey(span))
    pbxs.add(span.pbx)
    if (span.name !== span.interface) name = span.name
    first.push(span)
    if (first.length > 2 * wanted) first = inOrder(first, order).slice(0, wanted)
  }
  const sums = [...parts.values()].sort((one, other) => other.ms - one.ms)
  return {
    ...fractionOf(sums, figure),
    ...{ parts: sums, agents: agents.size, total: sums.reduce((count, one) => count + one.spans, 0), name, pbxs },
    items: inOrder(first, order).slice(offset, wanted),
  }
}

function fractionOf(parts: Sums['parts'], figure: AgentTimeFigure): Pick<Sums, 'numerator' | 'denominator' | 'value'> {
  const sumOf = (some: Sums['parts']) => some.reduce((sum, { ms }) => sum + ms, 0)
  const numerator = sumOf(parts.filter(({ part }) => part === 'numerator'))
  if (statesOf(figure).below === null) return { numerator, denominator: null, value: numerator }
  const denominator = sumOf(parts)
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
}

/** What is alike stands in the order of its time. */
export function inOrder(spans: readonly TimeSpanView[], { sort, down }: TimesOrder): TimeSpanView[] {
  const turn = down ? -1 : 1
  return spans.toSorted(
    (one, other) => turn * byKey(sort, one, other) || one.from - other.from || byKey('agent', one, other),
  )
}

function byKey(sort: TimeSort, one: TimeSpanView, other: TimeSpanView): number {
  switch (sort) {
    case 'time':
      return one.from - other.from
    case 'duration':
      return one.ms - other.ms
    case 'agent':
      return compare(one.name, other.name) || compare(one.interface, other.interface)
    case 'state':
      return compare(one.state, other.state) || compare(one.reason ?? '', other.reason ?? '')
    default:
      return unreachable(sort)
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
