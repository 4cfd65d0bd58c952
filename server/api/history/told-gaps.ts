import { type PbxName, queueId } from '@/lib/domain/ids'
import type { GapView } from '@/lib/protocol/visits'
import type { Span } from '@/server/history/reports/span'
import { gapCallsOf } from '@/server/history/visits/gap-calls'
import { filledOut, gapId, gapsIn } from '@/server/history/visits/gaps'
import type { HistoryDeps } from './deps'

/**
 * Gaps that touch a span, the one included that goes on. `queues`: of which it is told what Asterisk's own counters say;
 * `null`: of all there are.
 */
export async function gapsFor(
  span: Span,
  { database, blind, clock, tables }: Pick<HistoryDeps, 'database' | 'blind' | 'clock' | 'tables'>,
  queues: readonly string[] | null = [],
): Promise<GapView[]> {
  const gaps = await gapsIn(database, span)
  const ids = gaps.map((gap) => gapId(gap.pbx, gap))
  const calls = await gapCallsOf(database, ids, queues)
  const told = gaps.map((gap) => ({
    ...{ ...gap, filled: [...gap.filled] },
    calls: (calls.get(gapId(gap.pbx, gap)) ?? []).map((one) => ({
      ...{ ...one, queueLabel: tables.queues.get(queueId(gap.pbx as PbxName, one.queue))?.label ?? one.queue },
    })),
  }))
  const now = blind()
  if (now === null || now.since >= span.to || clock.now() <= span.from) return told
  const going = await filledOut(database, [{ pbx: now.pbx, from: now.since, to: clock.now() }], span)
  return [...told, ...going.map((gap) => ({ ...gap, filled: [...gap.filled], calls: [] }))]
}
