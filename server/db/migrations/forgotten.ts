import type { Kysely, Migration } from 'kysely'

/** Who was forgotten, and when, by the hash of the number: no log may bring them back. */
export function forgotten(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('forgotten_callers')
        .addColumn('hash', 'text', (c) => c.primaryKey())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
    },
  }
}
