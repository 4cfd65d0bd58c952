import type { Audit } from '@/server/audit/types'
import type { Origin } from './types'

/** Who does something to accounts. The command line and the first start have no account. */
export type Actor = { accountId: string | null; name: string | null; origin: Origin }

type Done = {
  action: string
  target: string | null
  detail?: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Does something that the audit log must know: a line before, without which nothing is done, and a line with the result.
 */
export async function recorded<T>(audit: Audit, actor: Actor, done: Done, work: () => Promise<T>): Promise<T> {
  const entry = {
    action: done.action,
    actor: actor.name,
    actorId: actor.accountId,
    target: done.target,
    origin: actor.origin,
    detail: done.detail ?? {},
  }
  const { seq } = await audit.write({ ...entry, result: 'asked', ref: null })
  try {
    const result = await work()
    await audit.write({ ...entry, result: 'done', ref: String(seq) })
    return result
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await audit.write({ ...entry, result: 'failed', detail: { ...entry.detail, why }, ref: String(seq) })
    throw error
  }
}
