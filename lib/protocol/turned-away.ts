import * as z from 'zod'
import { moment } from './fields'
import { gapSchema } from './visits'

const text = z.string().nullable()

/** By what those who were turned away can be ordered; `-` before it turns the order round. */
export const TURNED_AWAY_SORTS = ['time', 'queue', 'why', 'number'] as const
export type TurnedAwaySort = (typeof TURNED_AWAY_SORTS)[number]

/** One whom a queue did not let in, as whoever asks may see them. */
const turnedAwaySchema = z.object({
  id: z.string(),
  pbx: z.string(),
  /** Asterisk's name; `null`: not known. */
  queue: text,
  queueLabel: text,
  number: text,
  name: text,
  at: moment,
  why: z.string().describe('Asterisk’s `QUEUESTATUS`: `FULL`, `JOINEMPTY` or `JOINUNAVAIL`'),
})
export type TurnedAwayView = z.infer<typeof turnedAwaySchema>

/** `GET /api/v1/turnedAway?window=|from=&to=&queues=&weekdayHour=&sort=&limit=`: also as a file, by `format=csv|json`. */
export const turnedAwayListSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  items: z.array(turnedAwaySchema),
  /** How many there are; the file has all of them. */
  total: z.number().int(),
  gaps: z.array(gapSchema),
})
export type TurnedAwayList = z.infer<typeof turnedAwayListSchema>
