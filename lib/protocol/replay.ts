import * as z from 'zod'
import type { LiveDiff } from '@/lib/diff/types'
import type { LiveState } from '@/lib/domain/live-state'
import { moment } from './fields'
import { liveDiffSchema, liveStateSchema } from './picture'

/**
 * Why there is nothing to be seen of a time: `notConnected` to the PBX, this product was `notRunning`, what was recorded is
 * `lost` (or of a version that this one cannot read).
 */
const GAP_REASONS = ['notConnected', 'notRunning', 'lost'] as const
export type GapReason = (typeof GAP_REASONS)[number]

const replayGapSchema = z.object({ from: moment, to: moment, why: z.enum(GAP_REASONS) })
export type ReplayGap = z.infer<typeof replayGapSchema>

const replayDaySchema = z.object({
  /** In the board's zone, such as `2026-11-26`. */
  day: z.string(),
  /** When it begins and ends, ms since 1970. */
  startsAt: moment,
  endsAt: moment,
  /** The first and the last moment that can be played. */
  from: moment,
  to: moment,
  bytes: z.number().int(),
  gaps: z.array(replayGapSchema),
})
export type ReplayDay = z.infer<typeof replayDaySchema>

/** `GET /api/v1/replay/days`: which days can be played, the oldest first. */
export const replayDaysSchema = z.object({
  now: moment,
  timeZone: z.string(),
  /** For so many days it is kept; 0: nothing is recorded. */
  keptDays: z.number().int(),
  /** Since when nothing can be written down, `null` while all is well. */
  failingSince: moment.nullable(),
  days: z.array(replayDaySchema),
})
export type ReplayDays = z.infer<typeof replayDaysSchema>

/** `GET /api/v1/replay/at?t=`: the picture at a moment, as whoever asks may see it. */
export const replayAtSchema = z.object({
  now: moment,
  at: moment,
  state: liveStateSchema as z.ZodType<LiveState>,
})

/**
 * `GET /api/v1/replay/diffs?from=&to=`: one JSON on each line. What changed at a moment; from when until when nothing can be
 * read; and at last up to when that was all.
 */
export const replayLineSchema = z.union([
  z.object({ at: moment, diff: liveDiffSchema as z.ZodType<LiveDiff> }),
  z.object({ at: moment, until: moment }),
  z.object({ end: moment }),
])
export type ReplayLine = z.infer<typeof replayLineSchema>

const level = z.enum(['closed', 'calm', 'warning', 'critical'])

export const replayMarkSchema = z.discriminatedUnion('kind', [
  /** A queue came to another level of alarm; `broken`: the worst limit, `null` when all is well again. */
  z.object({
    kind: z.literal('alarm'),
    at: moment,
    queue: z.string(),
    label: z.string(),
    level,
    was: level,
    broken: z
      .object({
        figure: z.enum(['wait', 'waiting', 'serviceLevel']),
        level: z.enum(['warning', 'critical']),
        limit: z.number(),
        value: z.number(),
      })
      .nullable(),
  }),
  /** Somebody did something: `action` is the command's type. */
  z.object({
    kind: z.literal('action'),
    at: moment,
    action: z.string(),
    actor: z.string().nullable(),
    target: z.string().nullable(),
    result: z.enum(['asked', 'done', 'failed', 'refused']),
  }),
  z.object({ kind: z.literal('gap'), at: moment, to: moment, why: z.enum(GAP_REASONS) }),
])
export type ReplayMark = z.infer<typeof replayMarkSchema>

/** `GET /api/v1/replay/marks?from=&to=`: in the order of their time. `actions`: everybody's, or one's own only. */
export const replayMarksSchema = z.object({
  now: moment,
  actions: z.enum(['all', 'own']),
  marks: z.array(replayMarkSchema),
})
export type ReplayMarks = z.infer<typeof replayMarksSchema>
