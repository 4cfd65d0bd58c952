import { getCountries, isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'
import { duration, flag, oneOf, percent, text, whole } from '@/server/config/fields'
import { pauseReasons } from './pause-reasons'

/** A dialplan's context or extension: what app_queue and AMI take in one header, and no part of another one. */
const NAME = /^[A-Za-z0-9_.#*+-]{1,79}$/
const EXTEN_AT_CONTEXT = /^[A-Za-z0-9_.#*+-]{1,79}@[A-Za-z0-9_.-]{1,79}$/
const CONFERENCE = /^[A-Za-z0-9_.#*+{}-]{1,79}@[A-Za-z0-9_.-]{1,79}$/
/** Beginnings of numbers as people write them, `+` first or not. */
const BEGINNING = /^\+?[0-9*#]{1,20}$/
/** A file's name as MixMonitor takes it: options follow a comma, variables a dollar. */
const RECORDING = /^[A-Za-z0-9_./{}-]{1,200}$/
const AUTO_ANSWER = /^[A-Za-z-]{1,40}: [\x20-\x7e]{1,120}$/

function country() {
  const error = `a country's two letters, such as DE (one of ${getCountries().length} known)`
  return z.string({ error }).refine(isSupportedCountry, { error })
}

export const dialRules = z.strictObject({
  context: text('a context of the dialplan, such as from-internal', NAME).nullable().default(null),
  country: country().nullable().default(null),
  format: oneOf(['asTyped', 'national', 'e164', 'international00']).default('asTyped'),
  prefix: text('digits put before outside numbers, such as 0', /^[0-9*#]{0,10}$/).default(''),
  extensionDigits: whole(0, 10, ' digits').default(4),
  allow: z.array(oneOf(['emergency', 'premium', 'international']), { error: 'a list' }).default([]),
  countries: z.array(country(), { error: 'a list of countries' }).default([]),
  deny: z
    .array(text('the beginning of a number, such as +49900', BEGINNING), { error: 'a list of beginnings' })
    .default([]),
  callerId: text('a number, or a name with a number: Shop <1234>', /^[^\r\n]{1,80}$/)
    .nullable()
    .default(null),
  ringSeconds: whole(5, 120, ' seconds').default(25),
  autoAnswer: text('a header such as Alert-Info: ;answer-after=0', AUTO_ANSWER).nullable().default(null),
  perMinute: whole(1, 60, ' calls').default(6),
  perHour: whole(1, 1000, ' calls').default(60),
  atOnce: whole(1, 10, ' calls').default(2),
  perMinuteOverall: whole(1, 1000, ' calls').default(60),
})

const extenAtContext = () => text('an extension and its context, such as 600@queues', EXTEN_AT_CONTEXT)

export const routes = z.strictObject({
  queueExtens: z.record(z.string(), extenAtContext(), { error: 'queues with their extensions' }).default({}),
  transferContext: text('a context of the dialplan', NAME).nullable().default(null),
  conference: text('an extension and its context, such as 8{id}@conferences', CONFERENCE).nullable().default(null),
  parkingContext: text('a context of the dialplan', NAME).default('parkedcalls'),
  recordingFile: text('a file name of letters, digits and ._/- with {id} in it', RECORDING)
    .refine((file) => file.includes('{id}') && !file.includes('..'), { error: 'a file name with {id} in it' })
    .default('callboard-{date}-{id}.wav'),
})

/** Opened in a browser, so nothing but the web: `javascript:` would run in the board's own name. */
const crmLink = text('a link such as https://crm.example.net/?phone={number}').refine(isLinkTemplate, {
  error: 'an http or https link with {number} behind its host, such as https://crm.example.net/?phone={number}',
})

function isLinkTemplate(template: string): boolean {
  const filled = template.replaceAll('{number}', '0')
  if (filled === template || !URL.canParse(filled)) return false
  const { protocol, username, password } = new URL(filled)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false
  return !/^https?:\/\/[^/?#]*\{number\}/i.test(template)
}

const limit = <Value extends z.ZodType<number>>(value: Value) => value.nullable().optional()

const queueLimits = z
  .strictObject({
    waitWarning: limit(duration()),
    waitCritical: limit(duration()),
    waitingWarning: limit(whole(0, 10_000, ' callers')),
    waitingCritical: limit(whole(0, 10_000, ' callers')),
    levelWarning: limit(percent()),
    levelCritical: limit(percent()),
  })
  .check((context) => {
    const { waitWarning, waitCritical, waitingWarning, waitingCritical, levelWarning, levelCritical } = context.value
    inOrder(context.issues, 'waitCritical', waitWarning, waitCritical)
    inOrder(context.issues, 'waitingCritical', waitingWarning, waitingCritical)
    inOrder(context.issues, 'levelCritical', levelCritical, levelWarning)
  })

function inOrder(
  issues: z.core.$ZodRawIssue[],
  path: string,
  lower: number | null | undefined,
  upper: number | null | undefined,
): void {
  if (lower == null || upper == null || lower <= upper) return
  issues.push({ code: 'custom', message: 'a critical limit beyond the warning', input: upper, path: [path] })
}

const queueName = z.string({ error: "a queue's name in Asterisk" }).min(1)

/** One schema for each setting, for the configuration file and for administrators alike. */
export const settingSchemas = {
  pauseReasons,
  freePauseReason: flag(),
  dial: dialRules,
  routes,
  crmLink: crmLink.nullable(),
  thresholds: z.record(z.string(), queueLimits),
  queueGroups: z.record(text("a group's name", /^[^@\s][^\r\n]{0,59}$/), z.array(queueName), {
    error: 'groups with lists of their queues',
  }),
} as const
