import type { Auth } from '@/server/auth/types'
import { createAddressOf } from '@/server/http/address'
import type { GuardOptions } from '../guard'

/** The guard as the product has it, without a proxy before it. */
export function guardOf(auth: Pick<Auth, 'check'>, allowedOrigins: readonly string[] = []): GuardOptions {
  return { auth, allowedOrigins, addressOf: createAddressOf([]) }
}
