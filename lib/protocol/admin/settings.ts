import * as z from 'zod'

/** What administrators set, unless the configuration file fixes it: `/api/v1/admin/settings`. */
const queueName = z.string().min(1).max(80)
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !CONTROL.test(text), 'expected one line without control characters')

/** Asterisk cuts there, and half a sign silences the member. */
const MAX_REASON_BYTES = 79
export const pauseReasonSchema = z.strictObject({
  name: line(79)
    .min(1, 'a reason needs a name')
    .refine((name) => new TextEncoder().encode(name).length <= MAX_REASON_BYTES, 'at most 79 bytes'),
  limitSeconds: z.number().int().min(1).max(86_400).nullable(),
})

/** Every entry once, told at the second. */
function unique(items: readonly string[], context: z.RefinementCtx, pathOf: (index: number) => (string | number)[]) {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const folded = item.toLowerCase()
    if (seen.has(folded)) context.addIssue({ code: 'custom', path: pathOf(index), message: 'this stands twice' })
    seen.add(folded)
  }
}

const pauseReasonsSchema = z
  .array(pauseReasonSchema)
  .max(50)
  .superRefine((reasons, context) => {
    unique(
      reasons.map(({ name }) => name),
      context,
      (index) => [index, 'name'],
    )
  })

const country = z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters such as DE')
const context = z.string().regex(/^[A-Za-z0-9_.-]{1,79}$/, 'expected the name of a context of the dialplan')
const extenAtContext = z
  .string()
  .regex(/^[0-9A-Za-z*#+_.{}-]{1,60}@[A-Za-z0-9_.-]{1,79}$/, 'expected extension@context')
export const ALLOWANCES = ['emergency', 'premium', 'international'] as const
export const NUMBER_FORMATS = ['asTyped', 'national', 'e164', 'international00'] as const

export const dialRulesSchema = z.strictObject({
  context: context.nullable(),
  country: country.nullable(),
  format: z.enum(NUMBER_FORMATS),
  prefix: z.string().regex(/^[0-9*#]{0,12}$/, 'expected digits, * or #'),
  extensionDigits: z.number().int().min(0).max(15),
  allow: z.array(z.enum(ALLOWANCES)).max(3),
  countries: z.array(country).max(250),
  deny: z.array(z.string().regex(/^\+?[0-9*#]{1,20}$/, 'expected the beginning of a number')).max(500),
  callerId: line(80).nullable(),
  ringSeconds: z.number().int().min(5).max(300),
  autoAnswer: line(200).nullable(),
  perMinute: z.number().int().min(1).max(1000),
  perHour: z.number().int().min(1).max(10_000),
  atOnce: z.number().int().min(1).max(100),
  perMinuteOverall: z.number().int().min(1).max(10_000),
})
export type DialRulesView = z.infer<typeof dialRulesSchema>

export const routesSchema = z.strictObject({
  queueExtens: z.record(queueName, extenAtContext),
  transferContext: context.nullable(),
  conference: extenAtContext.nullable(),
  parkingContext: context,
  recordingFile: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[A-Za-z0-9_./{}-]+$/, 'expected a path of letters, digits and . _ - /')
    .refine((path) => !path.split('/').includes('..'), 'a path with .. is not taken'),
})
export type RoutesView = z.infer<typeof routesSchema>

const crmLinkSchema = z
  .string()
  .max(1000)
  .refine(isWebTemplate, 'expected an address that begins with http:// or https://')
  .nullable()

/** Only web addresses: a link to anything else could run something in the browser. */
function isWebTemplate(template: string): boolean {
  return /^https?:\/\/[^\s/{}]+/.test(template) && URL.canParse(template.replaceAll(/[{}]/g, ''))
}

const limit = z.number().min(0).max(86_400).nullable()
export const limitsSchema = z
  .strictObject({
    waitWarning: limit,
    waitCritical: limit,
    waitingWarning: limit,
    waitingCritical: limit,
    levelWarning: z.number().min(0).max(100).nullable(),
    levelCritical: z.number().min(0).max(100).nullable(),
  })
  .partial()
  .superRefine((limits, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const { waitWarning, waitCritical, waitingWarning, waitingCritical, levelWarning, levelCritical } = limits
    if (isOver(waitWarning, waitCritical)) wrong('waitCritical', 'must not be below the warning')
    if (isOver(waitingWarning, waitingCritical)) wrong('waitingCritical', 'must not be below the warning')
    if (isOver(levelCritical, levelWarning)) wrong('levelCritical', 'must not be above the warning')
  })

function isOver(one: number | null | undefined, other: number | null | undefined): boolean {
  return typeof one === 'number' && typeof other === 'number' && one > other
}

const groupName = line(60)
  .min(1)
  .refine((name) => !name.startsWith('@'), 'a group is named without @')

/** Each setting's value, as the file and the pages write it. */
export const settingSchemas = {
  pauseReasons: pauseReasonsSchema,
  freePauseReason: z.boolean(),
  dial: dialRulesSchema,
  routes: routesSchema,
  crmLink: crmLinkSchema,
  thresholds: z.record(queueName, limitsSchema),
  queueGroups: z.record(groupName, z.array(queueName).max(1000)),
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

/** `POST /api/v1/admin/settings/dial/try`: what the rules, kept or not yet, would make of a number. */
export const numberTrySchema = z.strictObject({ number: line(64).min(1), rules: dialRulesSchema })
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
