import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '@/server/db/tables'
import { AccountError } from './account-error'

/** Is there somebody who can sign in and administer? */
export async function hasAdmin(db: Kysely<Tables>): Promise<boolean> {
  const found = await db
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'admin')
    .where('is_disabled', '=', 0)
    .where((at) => at.or([at('password_hash', 'is not', null), at('oidc_subject', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Locks the administrators until the transaction ends: on PostgreSQL two who demote each other at the same moment would
 * otherwise each see the other still there.
 */
export async function lockAdmins(tx: Transaction<Tables>): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((at) => ({ changed_at: at.ref('changed_at') }))
    .where('role', '=', 'admin')
    .execute()
}

/** Undoes the transaction when it took the last one away. */
export async function requireAdmin(tx: Transaction<Tables>): Promise<void> {
  if (await hasAdmin(tx)) return
  throw new AccountError('last-admin', 'This is the last administrator who can sign in. Make another one first.')
}
