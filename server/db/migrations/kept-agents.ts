import { type Kysely, type Migration, sql } from 'kysely'
import type { Database } from '../types'
import { throwKeptAgentsAway } from './kept-agents-triggers'

/**
 * How long each agent did what on days that are over, and how often whose phone rang in vain, beside the other sums of those
 * days: of a year there are tens of millions of spans.
 */
export function keptAgents(kind: Database['kind']): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await timesTable(db, kind)
      await missedTable(db, kind)
      await sql`create index kept_days_agents on kept_days (to_at) where apart = 'agents'`.execute(db)
      await throwKeptAgentsAway(db, kind)
    },
  }
}

/** Of a pause there is a row for each reason. */
async function timesTable(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  let table = db.schema
    .createTable('kept_agent_times')
    .addColumn('day_id', 'bigint', (c) => c.notNull().references('kept_days.id').onDelete('cascade'))
    .addColumn('interface', 'text', (c) => c.notNull())
    .addColumn('pbx', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_agent_times_key', ['day_id', 'interface', 'pbx', 'reason'])
  for (const column of STATE_COLUMNS) table = table.addColumn(column, 'bigint', (c) => c.notNull())
  await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
}

const STATE_COLUMNS = [
  ...(['ready_ms', 'ringing_ms', 'on_call_ms', 'on_hold_ms'] as const),
  ...(['other_call_ms', 'wrap_up_ms', 'paused_ms', 'unavailable_ms'] as const),
]

async function missedTable(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  const table = db.schema
    .createTable('kept_missed')
    .addColumn('day_id', 'bigint', (c) => c.notNull().references('kept_days.id').onDelete('cascade'))
    .addColumn('agent', 'text', (c) => c.notNull())
    .addColumn('missed', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_missed_key', ['day_id', 'agent'])
  await (kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
}
