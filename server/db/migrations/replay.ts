import type { Kysely, Migration } from 'kysely'
import type { Database } from '../types'

/** What the walls showed, in packed chunks, and the moments at which queues fell into alarm. */
export function replay(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('replay_chunks')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('run', 'text', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('from_at', 'bigint', (c) => c.notNull())
        .addColumn('to_at', 'bigint', (c) => c.notNull())
        .addColumn('is_snapshot', 'integer', (c) => c.notNull())
        // 1 while more may come: what a forgotten caller is not yet taken out of.
        .addColumn('is_open', 'integer', (c) => c.notNull())
        .addColumn('bytes', 'integer', (c) => c.notNull())
        .addColumn('numbers', 'text', (c) => c.notNull())
        .addColumn('data', kind === 'sqlite' ? 'blob' : 'bytea', (c) => c.notNull())
        .execute()
      // Everything but the data: which moments there are is found without touching a chunk.
      await db.schema
        .createIndex('replay_chunks_span')
        .on('replay_chunks')
        .columns(['from_at', 'to_at', 'seq', 'run', 'is_snapshot', 'bytes', 'id'])
        .execute()
      // By their age: the oldest are deleted every hour.
      await db.schema.createIndex('replay_chunks_to').on('replay_chunks').column('to_at').execute()
      await db.schema
        .createTable('replay_marks')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('pbx', 'text', (c) => c.notNull())
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('label', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('was', 'text', (c) => c.notNull())
        .addColumn('broken', 'text')
        .execute()
      await db.schema.createIndex('replay_marks_at').on('replay_marks').column('at').execute()
    },
  }
}
