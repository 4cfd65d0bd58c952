import type { Kysely, Migration } from 'kysely'
import type { Database } from '../types'
import { keepAuditAsItIs } from './audit-triggers'

/** Settings, the audit log, what reverts, and recent calls. */
export function records(kind: Database['kind']): Migration {
  return {
    async up(db) {
      await settings(db)
      await audit(db)
      await keepAuditAsItIs(db, kind)
      await reversions(db)
      await recentCalls(db, kind)
    },
  }
}

async function settings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text')
    .execute()
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('actor', 'text')
    .addColumn('actor_id', 'text')
    .addColumn('target', 'text')
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('ref', 'text')
    .addColumn('folded', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
}

async function reversions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reversions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('command', 'text', (c) => c.notNull())
    .addColumn('expects', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text')
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('receipt_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
}

async function recentCalls(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  await db.schema
    .createTable('recent_calls')
    .addColumn('id', kind === 'sqlite' ? 'integer' : 'bigint', (c) =>
      kind === 'sqlite' ? c.primaryKey().autoIncrement() : c.primaryKey().generatedByDefaultAsIdentity(),
    )
    .addColumn('pbx', 'text', (c) => c.notNull())
    .addColumn('uniqueid', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint', (c) => c.notNull())
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('number', 'text')
    .addColumn('number_key', 'text')
    .addColumn('name', 'text')
    .addColumn('queue', 'text')
    .addColumn('agent', 'text')
    .addColumn('wait_ms', 'bigint')
    .addColumn('talk_ms', 'bigint')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('recent_calls_ended').on('recent_calls').column('ended_at').execute()
  await db.schema.createIndex('recent_calls_agent').on('recent_calls').columns(['agent', 'ended_at']).execute()
  await db.schema.createIndex('recent_calls_queue').on('recent_calls').columns(['queue', 'ended_at']).execute()
  await db.schema.createIndex('recent_calls_number').on('recent_calls').columns(['number_key', 'ended_at']).execute()
}
