/** So many digits from the end tell a number apart, with its country's code, with a 0 or without either. */
const DIGITS = 9

/** The same for one number however it is written: `+49 170 1234567` and `0170/1234567`; `null`: there is no number. */
export function numberKey(number: string | null): string | null {
  const digits = number?.replace(/\D/g, '') ?? ''
  return digits === '' ? null : digits.slice(-DIGITS)
}
