import type { DialRulesView } from '@/lib/protocol/admin/settings'
import { numberOrText, numberText, textOrNull, wordsOf } from './number-text'

const NUMBERS = ['extensionDigits', 'ringSeconds', 'perMinute', 'perHour', 'atOnce', 'perMinuteOverall'] as const
type DialNumber = (typeof NUMBERS)[number]

/** The dial rules as fields hold them. */
export type DialFields = Record<DialNumber, string> & {
  context: string
  country: string
  format: DialRulesView['format']
  prefix: string
  allow: DialRulesView['allow']
  countries: string
  deny: string
  callerId: string
  autoAnswer: string
}

export function dialFields(rules: DialRulesView): DialFields {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, numberText(rules[name])])) as Record<
    DialNumber,
    string
  >
  return {
    ...numbers,
    context: rules.context ?? '',
    country: rules.country ?? '',
    format: rules.format,
    prefix: rules.prefix,
    allow: rules.allow,
    countries: rules.countries.join(' '),
    deny: rules.deny.join('\n'),
    callerId: rules.callerId ?? '',
    autoAnswer: rules.autoAnswer ?? '',
  }
}

/** As the server takes them; what is wrong goes there as it is and comes back with its field. */
export function dialRulesOf(fields: DialFields) {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, numberOrText(fields[name])]))
  return {
    ...numbers,
    context: textOrNull(fields.context),
    country: textOrNull(fields.country)?.toUpperCase() ?? null,
    format: fields.format,
    prefix: fields.prefix.trim(),
    allow: fields.allow,
    countries: wordsOf(fields.countries).map((word) => word.toUpperCase()),
    deny: wordsOf(fields.deny),
    callerId: textOrNull(fields.callerId),
    autoAnswer: textOrNull(fields.autoAnswer),
  }
}

/** `deny.3` is said of the field that holds all of them. */
export function dialPath(path: string): string {
  return path === '' ? 'root' : (path.split('.')[0] ?? path)
}
