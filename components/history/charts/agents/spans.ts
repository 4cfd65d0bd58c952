import type { AgentSpan, SpanState } from '@/lib/domain/time-line'

/** Index of the first span that ends after a moment; spans are in order and do not overlap. */
export function firstAfter(spans: readonly AgentSpan[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Which one was going on at a moment; `null`: nobody was logged in, or nobody saw. */
export function spanAt(spans: readonly AgentSpan[], at: number): number | null {
  const index = firstAfter(spans, at)
  const span = spans[index]
  return span && span.from <= at ? index : null
}

export type SpanSum = { state: SpanState; reason: string | null; ms: number }

/** How long each state took, pauses by their reasons, the longest first. */
export function sumsOf(spans: readonly AgentSpan[]): SpanSum[] {
  const sums = new Map<string, SpanSum>()
  for (const { state, reason, from, to } of spans) {
    const key = `${state} ${reason ?? ''}`
    const sum = sums.get(key) ?? { state, reason, ms: 0 }
    sum.ms += to - from
    sums.set(key, sum)
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms)
}
