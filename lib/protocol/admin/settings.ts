import * as z from 'zod'

/**
 * What administrators set, unless the configuration file fixes it: `/api/v1/admin/settings`. These schemas say the shape
 * for pages; what values are taken is the server's to say, at the field that is wrong.
 */
export const ALLOWANCES = ['emergency', 'premium', 'international'] as const
export const NUMBER_FORMATS = ['asTyped', 'national', 'e164', 'international00'] as const

const dialRulesSchema = z.object({
  context: z.string().nullable(),
  country: z.string().nullable(),
  format: z.enum(NUMBER_FORMATS),
  prefix: z.string(),
  extensionDigits: z.number(),
  allow: z.array(z.enum(ALLOWANCES)),
  countries: z.array(z.string()),
  deny: z.array(z.string()),
  callerId: z.string().nullable(),
  ringSeconds: z.number(),
  autoAnswer: z.string().nullable(),
  perMinute: z.number(),
  perHour: z.number(),
  atOnce: z.number(),
  perMinuteOverall: z.number(),
})
export type DialRulesView = z.infer<typeof dialRulesSchema>

const routesSchema = z.object({
  queueExtens: z.record(z.string(), z.string()),
  transferContext: z.string().nullable(),
  conference: z.string().nullable(),
  parkingContext: z.string(),
  recordingFile: z.string(),
})

const limit = z.number().nullable().optional()
const limitsSchema = z.object({
  /** Seconds. */
  waitWarning: limit,
  waitCritical: limit,
  waitingWarning: limit,
  waitingCritical: limit,
  /** Percent. */
  levelWarning: limit,
  levelCritical: limit,
})

export const settingSchemas = {
  pauseReasons: z.array(z.object({ name: z.string(), limitSeconds: z.number().nullable() })),
  freePauseReason: z.boolean(),
  dial: dialRulesSchema,
  routes: routesSchema,
  crmLink: z.string().nullable(),
  thresholds: z.record(z.string(), limitsSchema),
  queueGroups: z.record(z.string(), z.array(z.string())),
} as const
export type SettingKey = keyof typeof settingSchemas
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>
export const SETTING_KEYS = Object.keys(settingSchemas) as [SettingKey, ...SettingKey[]]

/** `GET /api/v1/admin/settings`. `version` goes back with a change; `fixed`: the configuration file says it. */
export const adminSettingsSchema = z.object({
  items: z.array(z.object({ name: z.enum(SETTING_KEYS), value: z.unknown(), version: z.string(), fixed: z.boolean() })),
})

/** `PUT /api/v1/admin/settings/{name}` */
export const settingChangeSchema = z.strictObject({ version: z.string().max(100), value: z.unknown() })

/** `POST /api/v1/admin/settings/dial/try` with `{number, rules}`, the rules kept or not yet. */
export const numberVerdictSchema = z.object({
  /** As it would be handed to the PBX; `null`: it would not be dialled. */
  dials: z.string().nullable(),
  /** What the number is: an extension, a country, a kind; `null`: not known. */
  kind: z.string().nullable(),
  /** Why not: a reason of receipts, and the rule that says so. */
  reason: z.string().nullable(),
  detail: z.string().nullable(),
})
export type NumberVerdict = z.infer<typeof numberVerdictSchema>
