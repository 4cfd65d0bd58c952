import * as z from 'zod'
import { catalogueActionSchema, DANGEROUS_CLASSES } from './catalogue'

/** No answer is kept further than this many bytes; what comes beyond is counted and named as cut. */
export const MOST_ANSWER_BYTES = 1024 * 1024

const headers = z.array(z.tuple([z.string(), z.string()]))

/** A message of AMI as it came: its headers in order, repeats kept. */
export const consoleMessageSchema = z.object({
  kind: z.enum(['event', 'response', 'other']),
  name: z.string(),
  headers,
})
export type ConsoleMessage = z.infer<typeof consoleMessageSchema>

/** Why an action cannot be run here, whatever is filled in. */
export const BLOCKS = [
  /** Its dangerous class is off until the configuration allows it. */
  'class',
  /** It would change or end the session that all consoles share. */
  'session',
  /** This PBX does not offer it to our account. */
  'notOffered',
] as const

export const consoleActionSchema = catalogueActionSchema.extend({
  block: z.enum(BLOCKS).nullable(),
  /** Whether the catalogue knows it; else all that is known is what ListCommands says. */
  known: z.boolean(),
})
export type ConsoleAction = z.infer<typeof consoleActionSchema>

/** `GET /api/v1/admin/console` */
export const consoleStateSchema = z.object({
  pbx: z.string(),
  label: z.string(),
  state: z.enum(['connecting', 'ready', 'lost', 'refused', 'closed']),
  /** Why there is no session. */
  why: z.string().nullable(),
  /** Where AMI is, over a socket and over HTTP, and as whom we are there, for "as code"; never with the secret. */
  account: z.object({
    host: z.string(),
    port: z.number(),
    isTls: z.boolean(),
    /** We are there over HTTP ourselves. */
    isHttp: z.boolean(),
    http: z.string(),
    username: z.string(),
  }),
  allowed: z.array(z.enum(DANGEROUS_CLASSES)),
  actions: z.array(consoleActionSchema),
})
export type ConsoleState = z.infer<typeof consoleStateSchema>

/** `POST /api/v1/admin/console/run` */
export const consoleRequestSchema = z.strictObject({
  action: z.string().min(1).max(80),
  headers: z.array(z.tuple([z.string().min(1).max(80), z.string().max(4000)])).max(126),
  /** Whoever asks was told what an action that harms does. */
  confirmed: z.boolean().default(false),
})
export type ConsoleRequest = z.infer<typeof consoleRequestSchema>

/** `error`: Asterisk said no. `timeout` and `lost`: it may have been done all the same. */
export const OUTCOMES = ['success', 'error', 'timeout', 'lost'] as const

export const consoleAnswerSchema = z.object({
  action: z.string(),
  pbx: z.string(),
  outcome: z.enum(OUTCOMES),
  /** Asterisk's words, or why there are none. */
  text: z.string().nullable(),
  /** When it was sent, ms since 1970, and how long until the last byte of the answer. */
  at: z.number(),
  ms: z.number(),
  /** The response, the items of a list, the event that ends it. */
  messages: z.array(consoleMessageSchema),
  /** The exact bytes, in base64; our own secret, should the PBX quote it, is blotted out with as many `*`. */
  sent: z.string(),
  received: z.string(),
  /** What came beyond `MOST_ANSWER_BYTES`; `null`: this is all. */
  cut: z.object({ messages: z.number(), bytes: z.number() }).nullable(),
})
export type ConsoleAnswer = z.infer<typeof consoleAnswerSchema>

/** `POST /api/v1/admin/console/complete`: what may stand for the last word of a command line, by Asterisk's own completion. */
export const completionRequestSchema = z.strictObject({ line: z.string().max(500) })
export const completionSchema = z.object({ words: z.array(z.string()), isCut: z.boolean() })

/** `GET /api/v1/admin/console/events`: which events; what is empty does not filter. */
export const eventFilterSchema = z.object({
  types: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split(',').filter((name) => name !== '')),
  channel: z.string().trim().max(200).default(''),
  queue: z.string().trim().max(200).default(''),
  text: z.string().trim().max(200).default(''),
})
export type EventFilter = z.infer<typeof eventFilterSchema>

export const consoleEventSchema = z.object({
  /** Counts the events of the session, those that this stream does not show included. */
  seq: z.number(),
  at: z.number(),
  name: z.string(),
  headers,
  /** Characters that were left out of it. */
  cut: z.number(),
})
export type ConsoleEvent = z.infer<typeof consoleEventSchema>

/** One line of the stream. */
export const consoleBatchSchema = z.object({
  state: consoleStateSchema.shape.state,
  why: z.string().nullable(),
  events: z.array(consoleEventSchema),
  /** All events that the session heard since the line before, by type. */
  counts: z.record(z.string(), z.number()),
  /** Events that would have been shown and were left out, as more came than are taken. */
  lost: z.number(),
  /** The last line: why the stream ends. */
  end: z.enum(['signedOut', 'notPermitted', 'closed']).nullable(),
})
export type ConsoleBatch = z.infer<typeof consoleBatchSchema>
