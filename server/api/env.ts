import type { Origin, Principal } from '@/server/auth/types'

/**
 * What every handler of the API finds in its context, set by the one middleware that guards all of it (guard.ts). On
 * routes that are open to everybody (sign-in, one-time links) `principal` may be missing; handlers there do not read it.
 */
export type ApiEnv = { Variables: { principal: Principal; origin: Origin } }
