import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { DialRules } from '@/server/settings/types'
import { CommandFailure } from '../types'
import { destinationOf } from './number-rules'

/**
 * How a caller's number is dialled here: as the rules make it (one that they refuse as it is), and, where it is known which
 * country's it is, by hand as within the country and as from abroad.
 */
export function waysToDial(number: string, rules: DialRules): string[] {
  return [...new Set([byTheRules(number, rules), ...byHand(number, rules)])]
}

function byTheRules(number: string, rules: DialRules): string {
  try {
    return destinationOf(number, rules).exten
  } catch (error) {
    if (error instanceof CommandFailure) return number
    throw error
  }
}

function byHand(number: string, { country, prefix, extensionDigits }: DialRules): string[] {
  if (country === null || !isSupportedCountry(country) || number.length <= extensionDigits) return []
  const phone = parsePhoneNumberFromString(number, country)
  if (!phone?.isPossible()) return []
  const abroad = `${prefix}00${digitsOf(phone.number)}`
  if (phone.countryCallingCode !== getCountryCallingCode(country)) return [abroad]
  return [prefix + digitsOf(phone.formatNational()), abroad]
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
