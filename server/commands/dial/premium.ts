import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Personal numbers (+44 70) cost as much, and are abused as often. */
const TYPES: ReadonlySet<string | undefined> = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER'])

/** Satellites, international networks and international premium rate: no country, and dear. */
const NETWORKS: ReadonlySet<string> = new Set(['870', '878', '881', '882', '883', '888', '979'])

/** Services by short numbers, such as directories: no longer than this, and no number of anybody. */
const SHORT = 6

/** Does a call cost more than the way to it? */
export function isPremium(phone: PhoneNumber): boolean {
  if (NETWORKS.has(phone.countryCallingCode)) return true
  if (phone.isValid()) return TYPES.has(phone.getType())
  return phone.nationalNumber.length <= SHORT || beginsLikePremium(phone)
}

/** A digit too few or too many hides a number's type, though the PBX would dial it all the same. */
function beginsLikePremium(phone: PhoneNumber): boolean {
  return (
    ['0', '00', '000', '0000'].some((more) => isPremiumNumber(phone.number + more)) ||
    [1, 2, 3, 4].some((fewer) => isPremiumNumber(phone.number.slice(0, -fewer)))
  )
}

function isPremiumNumber(number: string): boolean {
  return TYPES.has(parsePhoneNumberFromString(number)?.getType())
}
