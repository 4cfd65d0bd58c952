import * as z from 'zod'

/** Turns of a link: states it entered, and what happened to Asterisk while it was up. */
export const LINK_TURNS = [
  'connecting',
  'syncing',
  'live',
  'lost',
  'refused',
  'resynced',
  'reloaded',
  'restarted',
] as const

const linkTurnSchema = z.object({
  /** Of this turn alone while it is kept. */
  id: z.number(),
  /** ms since 1970 */
  at: z.number(),
  what: z.enum(LINK_TURNS),
  /** Why, in the words of whoever said so: an error, a module's name; `null`: nothing more to say. */
  detail: z.string().nullable(),
  /** How often the same came again: tries that failed alike. */
  times: z.number(),
})
export type LinkTurn = z.infer<typeof linkTurnSchema>

/** `notTold`: our account may not ask, and nothing else gives it away. */
export const PRESENCES = ['yes', 'no', 'notTold'] as const

const moduleSchema = z.object({
  name: z.string(),
  present: z.enum(PRESENCES),
  /** What would be missing without it: names of features. */
  serves: z.array(z.string()),
})
export type ModuleState = z.infer<typeof moduleSchema>

const runSchema = z.object({
  /** When Asterisk started, ms since 1970; `null`: it did not tell its uptime. */
  startedAt: z.number().nullable(),
  /** The same by the PBX's own clock and in its own zone: `2026-11-26 17:35:32`. */
  startedTold: z.string().nullable(),
  reloadedAt: z.number().nullable(),
  reloadedTold: z.string().nullable(),
  /** Calls now and since the start, as Asterisk counts them; `null`: not told. */
  calls: z.number().nullable(),
  callsProcessed: z.number().nullable(),
  /** At most so many calls; 0: as many as there are. */
  maxCalls: z.number().nullable(),
})
export type AsteriskRun = z.infer<typeof runSchema>

const eventRateSchema = z.object({
  name: z.string(),
  perSecond: z.number(),
  bytesPerSecond: z.number(),
  /** `false`: nothing here uses it. */
  used: z.boolean(),
})
export type EventRate = z.infer<typeof eventRateSchema>

const eventsSchema = z.object({
  /** Length of what was watched, in seconds; 0: nothing yet. */
  seconds: z.number(),
  perSecond: z.number(),
  bytesPerSecond: z.number(),
  /** Events a second in each stretch of `stepSeconds`, the oldest first. */
  steps: z.array(z.number()),
  stepSeconds: z.number(),
  /** The busiest first. */
  types: z.array(eventRateSchema),
  /** Items of lists that we ask for, besides. */
  listed: z.object({ perSecond: z.number(), bytesPerSecond: z.number() }),
})
export type EventFigures = z.infer<typeof eventsSchema>

const filterAdviceSchema = z.object({
  /** Lines for our account in `manager.conf`. */
  lines: z.array(z.string()),
  /** Share of all bytes that they spare, 0 to 1. */
  spares: z.number(),
})
export type FilterAdvice = z.infer<typeof filterAdviceSchema>

const pbxStatusSchema = z.object({
  pbx: z.string(),
  /** `null` while the link is not live, or when the account may not ask. */
  run: runSchema.nullable(),
  modules: z.array(moduleSchema),
  /** Lists that this PBX does not answer, by the action that asks for them. */
  missingLists: z.array(z.string()),
  events: eventsSchema,
  /** `null`: nothing comes that is not used. */
  filter: filterAdviceSchema.nullable(),
  /** `false`: the greeting was waited for and did not come, so the account cannot read the class `system`; `null`: not known. */
  readsSystem: z.boolean().nullable(),
  /** How far the PBX's clock is ahead of ours, ms. */
  clockAheadMs: z.number(),
  /** Differences between picture and PBX that the background comparison found and put right, and how many comparisons. */
  healed: z.number(),
  audits: z.number(),
  /** Since when the history is kept, ms since 1970; the newest turn first. */
  watchedSince: z.number(),
  history: z.array(linkTurnSchema),
})
export type PbxStatus = z.infer<typeof pbxStatusSchema>

/** `GET /api/v1/admin/pbx/status` */
export const pbxStatusesSchema = z.object({ items: z.array(pbxStatusSchema) })
