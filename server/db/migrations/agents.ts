import { type Kysely, type Migration, sql } from 'kysely'
import type { Database } from '../types'

/**
 * What each agent did, in each queue and over all: several rows a call, so that they are kept narrow, and found by their
 * own key. Ranges are read by `queue` and `from_at`, the oldest are deleted by `from_at` alone.
 */
export function agents(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('agent_spans')
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('from_at', 'bigint', (c) => c.notNull())
        .addColumn('interface', 'text', (c) => c.notNull())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('reason', 'text')
        .addColumn('to_at', 'bigint')
        .addPrimaryKeyConstraint('agent_spans_key', ['queue', 'from_at', 'interface', 'pbx'])
      await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
      await db.schema.createIndex('agent_spans_from').on('agent_spans').column('from_at').execute()
    },
  }
}
