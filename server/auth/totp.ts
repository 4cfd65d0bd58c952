import { generateSecret, generateURI, verify } from 'otplib'
import { encode } from 'uqr'

const ISSUER = 'Callboard'
/** Clocks of phones are off by so much; one step before and after counts (RFC 6238, 5.2). */
const TOLERANCE_S = 30

/** A QR code: `path` is SVG path data of its dark squares, in a view box of `size` by `size`. */
type QrCode = { size: number; path: string }

export function newTotpSecret(): string {
  return generateSecret()
}

/** What an authenticator app reads from the QR code. */
export function totpUri(secret: string, name: string): string {
  return generateURI({ issuer: ISSUER, label: name, secret })
}

/**
 * The step of a right code; `null`: wrong, or used: a step up to `lastStep` does not count again. `now` in ms.
 */
export async function matchTotp(
  secret: string,
  code: string,
  { now, lastStep }: { now: number; lastStep: number | null },
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(now / 1000)
  // Our own look at the step, not otplib's `afterTimeStep`: that one throws when the step lies in the future.
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_S })
  if (!result.valid || !('timeStep' in result)) return null
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : null
}

export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: squares.join('') }
}
