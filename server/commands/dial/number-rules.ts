import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { unreachable } from '@/lib/unreachable'
import type { DialRules } from '@/server/settings/types'
import { CommandFailure } from '../types'
import { isEmergency } from './emergency'
import { isPremium } from './premium'
import { type TypedNumber, typedNumber } from './typed-number'

/** Where a number leads, and how it is written for the PBX. */
export type Destination = {
  /** Digits, with a plus in front at most. */
  exten: string
  kind: 'extension' | 'national' | 'international' | 'emergency'
  /** As people read it. */
  shown: string
}

type Rule = 'emergency' | 'premium' | 'international' | 'denied'

/** What becomes of what somebody typed. Throws a `CommandFailure`: no number, or none that may be called. */
export function destinationOf(typed: string, rules: DialRules): Destination {
  const number = typedNumber(typed)
  const { digits, shown } = number
  if (isEmergency(digits, rules.country, rules.prefix)) return emergency(digits, rules)
  if (isExtension(number, rules)) {
    refuseDenied([digits], rules)
    return { exten: digits, kind: 'extension', shown }
  }
  return rules.country !== null && isSupportedCountry(rules.country)
    ? outside(number, rules.country, rules)
    : unparsed(number, rules)
}

function emergency(digits: string, rules: DialRules): Destination {
  if (!rules.allow.includes('emergency')) refuse('emergency')
  const { prefix } = rules
  const isPrefixed =
    prefix !== '' && digits.startsWith(prefix) && isEmergency(digits.slice(prefix.length), rules.country, '')
  const short = isPrefixed ? digits.slice(prefix.length) : digits
  return { exten: prefix + short, kind: 'emergency', shown: short }
}

/** What begins like a way out of the house is no extension. */
function isExtension({ digits, isInternational }: TypedNumber, { extensionDigits, prefix }: DialRules): boolean {
  return !isInternational && digits.length <= extensionDigits && !(prefix !== '' && digits.startsWith(prefix))
}

function outside(number: TypedNumber, country: CountryCode, rules: DialRules): Destination {
  refuseEmergencyByCode(number, country)
  const phone = parsePhoneNumberFromString(number.shown, country)
  if (!phone?.isPossible()) throw new CommandFailure('invalidNumber', number.shown)
  const isForeign = isAbroad(phone, country)
  const exten = rules.prefix + written(phone, number, country, rules.format)
  refuseDenied([phone.number, nationalDigits(phone), exten, exten.slice(rules.prefix.length), number.digits], rules)
  if (isPremium(phone) && !rules.allow.includes('premium')) refuse('premium')
  if (isForeign && !mayCallAbroad(phone, rules)) refuse('international')
  return { exten, kind: isForeign ? 'international' : 'national', shown: phone.formatInternational() }
}

/** `+49112` is no number, yet some trunk may take it for one. */
function refuseEmergencyByCode({ digits, isInternational }: TypedNumber, country: CountryCode): void {
  const code = getCountryCallingCode(country)
  if (isInternational && digits.startsWith(code) && isEmergency(digits.slice(code.length), country, '')) {
    refuse('emergency')
  }
}

/** Countries that share a calling code are abroad, too: calls from the US to Jamaica are a classic of toll fraud. */
function isAbroad(phone: PhoneNumber, country: CountryCode): boolean {
  if (phone.country !== undefined) return phone.country !== country
  return phone.countryCallingCode !== getCountryCallingCode(country)
}

function mayCallAbroad(phone: PhoneNumber, { allow, countries }: DialRules): boolean {
  return allow.includes('international') || (phone.country !== undefined && countries.includes(phone.country))
}

function written(phone: PhoneNumber, typed: TypedNumber, country: CountryCode, format: DialRules['format']): string {
  switch (format) {
    case 'asTyped':
      return asTyped(typed)
    case 'national':
      return isAbroad(phone, country) ? digitsOf(phone.format('IDD', { fromCountry: country })) : nationalDigits(phone)
    case 'e164':
      return phone.number
    case 'international00':
      return `00${digitsOf(phone.number)}`
    default:
      return unreachable(format)
  }
}

/** Without a country, numbers go as typed: only what says itself that it leads abroad is known to. */
function unparsed(number: TypedNumber, rules: DialRules): Destination {
  const { digits, isInternational, shown } = number
  const exten = rules.prefix + asTyped(number)
  const isForeign = isInternational || /^(00|011)/.test(digits)
  const phone = isForeign ? parsePhoneNumberFromString(`+${digits.replace(/^(00|011)/, '')}`) : undefined
  refuseDenied([asTyped(number), exten, phone?.number ?? digits], rules)
  if (phone && isPremium(phone) && !rules.allow.includes('premium')) refuse('premium')
  const isAllowed = phone ? mayCallAbroad(phone, rules) : rules.allow.includes('international')
  if (isForeign && !isAllowed) refuse('international')
  return { exten, kind: isForeign ? 'international' : 'national', shown }
}

function asTyped({ digits, isInternational }: TypedNumber): string {
  return isInternational ? `+${digits}` : digits
}

function nationalDigits(phone: PhoneNumber): string {
  return digitsOf(phone.formatNational())
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function refuseDenied(forms: readonly string[], { deny }: DialRules): void {
  if (deny.some((beginning) => beginning !== '' && forms.some((form) => form.startsWith(beginning)))) refuse('denied')
}

function refuse(rule: Rule): never {
  throw new CommandFailure('notPermitted', rule)
}
