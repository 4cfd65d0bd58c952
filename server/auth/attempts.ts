import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { hashToken } from './secret-token'

const WAIT_S = 15 * 60
/** So many wrong passwords or codes for one account, from wherever they come. */
const TRIES_PER_ACCOUNT = 5
/** A whole call centre may stand behind one address: one person who forgot must not lock out the others. */
const TRIES_PER_ADDRESS = 20

/** Somebody tried too often; wait so long. */
export class TooManyTries extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many tries. Wait ${Math.ceil(retryAfterSeconds / 60)} min.`)
  }
}

/** One try, counted before its outcome is known: a hundred at once count a hundred times. */
export type Try = {
  /** What is left if this one fails. */
  triesLeft: number
  /** It was wrong. The last one begins the wait. */
  failed(): Promise<void>
  /** It was right: nothing counts against this account any more. */
  succeeded(): Promise<void>
  /** It was neither right nor wrong, such as a password without the code: this one does not count. */
  undecided(): Promise<void>
}

/**
 * Counts failures, per account and per address. The counters live in this process: one server owns the PBX link and
 * answers everybody, and its restart forgets at most 15 minutes.
 */
export interface Attempts {
  /** Throws `TooManyTries`. `account`: a folded name, whether there is such an account or not. */
  begin(account: string, address: string): Promise<Try>
}

export function createAttempts(): Attempts {
  const limits = { duration: WAIT_S, blockDuration: WAIT_S }
  const perAccount = new RateLimiterMemory({ ...limits, points: TRIES_PER_ACCOUNT, keyPrefix: 'account' })
  const perAddress = new RateLimiterMemory({ ...limits, points: TRIES_PER_ADDRESS, keyPrefix: 'address' })
  return {
    async begin(account, address) {
      // What people type may be long; its hash is not.
      const key = hashToken(account)
      const ofAddress = await consume(perAddress, address)
      const ofAccount = await consume(perAccount, key).catch(async (error: unknown) => {
        await perAddress.reward(address)
        throw error
      })
      return {
        triesLeft: Math.min(ofAccount.remainingPoints, ofAddress.remainingPoints),
        async failed() {
          if (ofAccount.remainingPoints === 0) await perAccount.block(key, WAIT_S)
          if (ofAddress.remainingPoints === 0) await perAddress.block(address, WAIT_S)
        },
        async succeeded() {
          await perAccount.delete(key)
          await perAddress.reward(address)
        },
        async undecided() {
          await perAccount.reward(key)
          await perAddress.reward(address)
        },
      }
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new TooManyTries(Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}
