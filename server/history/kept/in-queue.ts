import type { Span } from '../reports/span'

/** Whoever asks for so long a span keeps what is not kept of it. Shorter ones are quick to read from their visits. */
export const KEEPING_FROM_MS = 8 * 86_400_000

type Parts<T> = {
  /** Finished days, one after the other. */
  days: readonly Span[]
  ofDays: (days: readonly Span[]) => AsyncIterable<T>
  ofVisits: (span: Span) => AsyncIterable<T>
}

/** A span whose finished days are read as days, and what is before and after them from visits. */
export async function* inQueue<T>({ from, to }: Span, { days, ofDays, ofVisits }: Parts<T>): AsyncGenerator<T> {
  const begin = days[0]?.from ?? to
  const end = days.at(-1)?.to ?? to
  yield* ofVisits({ from, to: begin })
  if (days.length > 0) yield* ofDays(days)
  yield* ofVisits({ from: end, to })
}
