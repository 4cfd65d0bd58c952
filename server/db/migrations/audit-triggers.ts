import { type Kysely, sql } from 'kysely'
import { unreachable } from '@/lib/unreachable'
import type { Database } from '../types'

/** The audit log only grows: the database itself refuses to change or delete a line, whoever asks through this product. */
export async function keepAuditAsItIs(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  switch (kind) {
    case 'sqlite':
      return onSqlite(db)
    case 'postgres':
      return onPostgres(db)
    default:
      return unreachable(kind)
  }
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  for (const verb of ['update', 'delete']) {
    await sql`create trigger ${sql.raw(`audit_no_${verb}`)} before ${sql.raw(verb)} on audit
      begin select raise(abort, 'the audit log is append-only'); end`.execute(db)
  }
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function audit_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'the audit log is append-only'; end $$`.execute(db)
  await sql`create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_append_only()`.execute(db)
}
