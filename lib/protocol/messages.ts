import * as z from 'zod'
import { LIVE_PARTS } from '@/lib/domain/house'
import { MAX_QUEUE_NAME, MAX_QUEUES_ASKED } from './limits'
import { liveDiffSchema } from './picture'
import { linkSchema } from './records'

const moment = z.number().describe('Milliseconds since 1970 by the server')
/** Names one unbroken stream of one view; another epoch means: start anew. */
const epoch = z.string().min(1).max(100)
const seq = z.number().int().nonnegative()

/** First message on every connection. Another `build` or `protocol` than the page's own: the page is out of date. */
export const helloSchema = z.object({
  type: z.literal('hello'),
  protocol: z.number().int(),
  build: z.string(),
  now: moment,
})

/** Replaces the whole picture. Beside it travels the picture itself: `LiveState` as JSON, packed by gzip. */
export const snapshotSchema = z.object({ type: z.literal('snapshot'), epoch, seq, now: moment })

/** Merges into the picture that stands at `from`. */
export const diffSchema = z.object({ type: z.literal('diff'), epoch, from: seq, to: seq, diff: liveDiffSchema })

/** Every 2 s and whenever a link changes: the seq that a browser should have reached, and how the PBXs stand. */
export const heartbeatSchema = z.object({
  type: z.literal('heartbeat'),
  epoch,
  seq,
  now: moment,
  pbx: z.array(linkSchema),
})

/** What a browser asked cannot be had; `why` is for people. */
export const refusedSchema = z.object({ type: z.literal('refused'), what: z.string(), why: z.string() })

/**
 * Asks for a view: some queues by name, label or id, or `null` for all that one may see; and the parts of the house
 * besides, as far as one may see those. Answered by a snapshot.
 */
export const subscribeSchema = z.strictObject({
  parts: z.array(z.enum(LIVE_PARTS)).max(LIVE_PARTS.length).default([]),
  queues: z.array(z.string().min(1).max(MAX_QUEUE_NAME)).min(1).max(MAX_QUEUES_ASKED).nullable(),
})

/** Asks for a snapshot because the picture at (epoch, seq) cannot be carried on. */
export const resyncSchema = z.strictObject({ epoch: z.string().max(100).nullable(), seq: seq.nullable() })

export type Hello = z.infer<typeof helloSchema>
export type Snapshot = z.infer<typeof snapshotSchema>
export type Diff = z.infer<typeof diffSchema>
export type Heartbeat = z.infer<typeof heartbeatSchema>
export type Refused = z.infer<typeof refusedSchema>
export type Subscribe = z.infer<typeof subscribeSchema>
/** As a page sends it: without parts of the house, none. */
export type SubscribeInput = z.input<typeof subscribeSchema>
export type Resync = z.infer<typeof resyncSchema>
