import { z } from 'zod'
import { parseAmiAddress } from './ami-address'

// Each field's error text says what was expected; `problems.ts` adds where it stands and what was found.

export function text(expected: string, pattern = /\S/) {
  return z.string({ error: expected }).regex(pattern, { error: expected })
}

export function whole(min: number, max: number, unit = '') {
  const error = `a whole number from ${min} to ${max}${unit}`
  return z.int({ error }).min(min, { error }).max(max, { error })
}

export function percent() {
  const error = 'a percentage from 0 to 100'
  return z.number({ error }).min(0, { error }).max(100, { error })
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(', ')}` })
}

export function flag() {
  return z.boolean({ error: 'true or false' })
}

/** Seconds, or `m:ss`, or `h:mm:ss`; becomes seconds. YAML 1.2 leaves `3:00` a text, so quotes are not needed. */
export function duration() {
  return checked('a duration such as 90 (seconds), "1:30" or "1:00:00"', parseDuration)
}

/** `400 days`, or the number alone; becomes days. */
export function days(min: number, max: number) {
  return checked(`a number of days from ${min} to ${max}, such as "400 days"`, (value) => {
    const found = /^(\d{1,9})(?: ?d| days?)?$/.exec(String(value).trim())
    const count = Number(found?.[1] ?? Number.NaN)
    return count >= min && count <= max ? count : null
  })
}

/** `hh:mm`; becomes ms after midnight. */
export function timeOfDay() {
  return checked('a time of day such as 06:00', (value) => {
    const found = typeof value === 'string' ? /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value) : null
    return found === null ? null : (Number(found[1]) * 60 + Number(found[2])) * 60_000
  })
}

export function timeZone() {
  return checked('a time zone of the IANA database, such as Europe/Berlin', (value) => {
    if (typeof value !== 'string') return null
    try {
      return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
    } catch {
      return null
    }
  })
}

/** A browser's origin: scheme, host and port, nothing behind. */
export function origin() {
  return checked('an origin such as https://board.example.net', (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return null
    const url = new URL(value)
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !value.endsWith('/') ? url.origin : null
  })
}

/** SHA-256 of a certificate, as `openssl x509 -fingerprint -sha256` prints it; becomes upper case with colons. */
export function fingerprint() {
  return checked('a SHA-256 fingerprint: 64 hexadecimal digits, with or without colons', (value) => {
    if (typeof value !== 'string') return null
    const digits = value.replaceAll(':', '').toUpperCase()
    return /^[0-9A-F]{64}$/.test(digits) ? (digits.match(/../g)?.join(':') ?? null) : null
  })
}

/** Where AMI stands; never with an account in it. */
export function amiAddress() {
  const expected =
    'an address without an account, such as tcp://host:5038, tls://host:5039 or https://host:8089/asterisk/rawman (or mxml, arawman, amxml)'
  return checked(expected, parseAmiAddress)
}

function checked<Out>(expected: string, parse: (value: unknown) => Out | null) {
  return z.unknown().transform((value, context): Out => {
    const parsed = parse(value)
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', message: expected })
    return z.NEVER
  })
}

function parseDuration(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null
  const found = typeof value === 'string' ? /^(?:(\d+):)?(\d{1,3}):([0-5]\d)$/.exec(value) : null
  if (!found) return null
  const [, hours, minutes, seconds] = found
  if (hours !== undefined && Number(minutes) > 59) return null
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
}
