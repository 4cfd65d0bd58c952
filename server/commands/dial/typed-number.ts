import { CommandFailure } from '../types'

/** Signs by which people group digits. A slash parts an area code only: `030/123456`. */
const GROUPED = /^\+?[\d\s().-]+(?:\/[\d\s().-]+)?$/
const LONGEST = 32

export type TypedNumber = {
  /** Digits alone. */
  digits: string
  /** Begins with a plus. */
  isInternational: boolean
  /** As people read it, for texts. */
  shown: string
}

/**
 * What somebody typed, pasted or clicked, reduced to digits. Whatever could mean more to a dialplan (`&`, `,`, `@`, `$`,
 * letters) is refused, and so are `*` and `#`: their codes forward phones and switch the PBX's features, and no call needs them.
 */
export function typedNumber(typed: string): TypedNumber {
  // Pasted numbers bring marks of direction, other digits and dashes along.
  const shown = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(/^tel:/i, '')
  const digits = shown.replace(/\D/g, '')
  const isSlashed = shown.includes('/') && !/^[+0]/.test(shown)
  if (!GROUPED.test(shown) || isSlashed || digits === '' || digits.length > LONGEST) {
    throw new CommandFailure('invalidNumber', shown)
  }
  return { digits, isInternational: shown.startsWith('+'), shown }
}
