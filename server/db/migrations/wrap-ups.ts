import { type Kysely, type Migration, sql } from 'kysely'
import { unreachable } from '@/lib/unreachable'
import type { Database } from '../types'
import { holding } from './kept-sums-triggers'

/**
 * How long each visit's agent wrapped up after its talk. Sums are made of it, too: so it stands in the index that holds all
 * of these, and a change of it throws away what is kept of its day.
 */
export function wrapUps(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('visits').addColumn('wrap_up_ms', 'bigint').execute()
      await db.schema
        .alterTable('kept_sums')
        .addColumn('wrap_ups', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema
        .alterTable('kept_sums')
        .addColumn('wrap_up_ms', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema.dropIndex('visits_sums').execute()
      await db.schema.createIndex('visits_sums').on('visits').columns(SUMMED).execute()
      await throwAwayWhere(db, kind, sql`old.wrap_up_ms is distinct from new.wrap_up_ms`)
    },
  }
}

const SUMMED = [
  ...['queue', 'left_at', 'ending', 'entered_at', 'answered_at', 'talk_ended_at', 'held_ms', 'ended_by'],
  ...['agent', 'agent_name', 'wrap_up_ms'],
]

async function throwAwayWhere(db: Kysely<unknown>, kind: Database['kind'], changed: ReturnType<typeof sql>) {
  const trigger = sql`create trigger kept_sums_wrapped after update of wrap_up_ms on visits`
  switch (kind) {
    case 'sqlite':
      return sql`${trigger} when ${changed} begin delete from kept_days where ${holding('new')}; end`.execute(db)
    case 'postgres':
      return sql`${trigger} for each row when (${changed}) execute function throw_kept_sums_away()`.execute(db)
    default:
      return unreachable(kind)
  }
}
