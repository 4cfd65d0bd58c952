import { z } from '@hono/zod-openapi'
import { weekHourOf } from '@/lib/domain/week-hour'
import { Zone } from '@/lib/domain/zone'
import type { Span } from '@/server/history/reports/span'
import { offsetsIn, touches } from '@/server/history/reports/week-hour'
import type { Within } from '@/server/history/reports/within'
import type { HistoryDeps } from './deps'

const ms = z.coerce.number().int().min(0).max(8.64e15)

/** Which part of the visits of a span: a cell of the week, a bin of the waits or talks. */
export const withinQuery = {
  weekdayHour: z
    .string()
    .refine((key) => weekHourOf(key) !== null, 'expected a weekday from 1 (Monday) to 7 and an hour, as 3|14')
    .optional()
    .describe('Those whose waiting ended in this hour of the week, by the board’s clock: `3|14` for Wednesday at 14'),
  minWait: ms.optional().describe('ms'),
  waitBelow: ms.optional().describe('ms, not included'),
  minTalk: ms.optional().describe('ms'),
  talkBelow: ms.optional().describe('ms, not included'),
}
type WithinQuery = { [K in keyof typeof withinQuery]?: z.infer<(typeof withinQuery)[K]> | undefined }

type Deps = Pick<HistoryDeps, 'clock' | 'timeZone'>

/** What is left out does not matter. Of what lies ahead nothing is known. */
export async function withinFor(query: WithinQuery, { from, to }: Span, { clock, timeZone }: Deps): Promise<Within> {
  const { weekdayHour, minWait, waitBelow, minTalk, talkBelow } = query
  const hour = hourOf(weekdayHour)
  const past = { from, to: Math.min(to, clock.now() + 1) }
  return {
    ...(hour && { weekHour: { hour, offsets: await offsetsIn(past, new Zone(timeZone)) } }),
    ...(minWait !== undefined && { minWaitMs: minWait }),
    ...(waitBelow !== undefined && { waitBelowMs: waitBelow }),
    ...(minTalk !== undefined && { minTalkMs: minTalk }),
    ...(talkBelow !== undefined && { talkBelowMs: talkBelow }),
  }
}

/** Gaps in which the hour of the week that is asked for never came are none of its own. */
export function gapsWithin<G extends Span>(
  gaps: readonly G[],
  { weekdayHour }: WithinQuery,
  { from, to }: Span,
  { timeZone }: Pick<HistoryDeps, 'timeZone'>,
): G[] {
  const hour = hourOf(weekdayHour)
  if (hour === null) return [...gaps]
  const zone = new Zone(timeZone)
  return gaps.filter((gap) => touches({ from: Math.max(gap.from, from), to: Math.min(gap.to, to) }, hour, zone))
}

function hourOf(weekdayHour: string | undefined) {
  return weekdayHour === undefined ? null : weekHourOf(weekdayHour)
}
