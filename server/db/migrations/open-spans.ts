import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Finds what goes on of agents, which is little, among tens of millions of spans: each start ends what the one before left
 * open.
 */
export function openSpans(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await sql`create index agent_spans_open on agent_spans (pbx) where to_at is null`.execute(db)
    },
  }
}
