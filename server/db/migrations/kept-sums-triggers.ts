import { type Kysely, type RawBuilder, sql } from 'kysely'
import { unreachable } from '@/lib/unreachable'
import type { Database } from '../types'

/** No day is longer, whatever becomes of the clocks: so far back a day is looked for that holds a moment. */
export const LONGEST_DAY_MS = 93_600_000

/** What sums are made of; a change of anything else, such as a forgotten number, leaves them right. */
const SUMMED = [
  ...['queue', 'left_at', 'ending', 'entered_at', 'answered_at', 'talk_ended_at', 'held_ms', 'ended_by'],
  ...['agent', 'agent_name'],
]

/**
 * Who sums a day takes this lock alone, and who writes visits shares it until the end of the transaction: so none is under
 * way that was not seen, and does not see that the day is being summed. SQLite has one writer at a time anyway.
 */
export const KEPT_SUMS_LOCK = 7_405_012

/**
 * The database itself throws away the sums of a day of which a visit is written, changed or deleted, whoever does it:
 * the recorder, the import, retention, or somebody by hand.
 */
export async function throwKeptSumsAway(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  switch (kind) {
    case 'sqlite':
      return onSqlite(db)
    case 'postgres':
      return onPostgres(db)
    default:
      return unreachable(kind)
  }
}

const CHANGED = SUMMED.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')

/** The days in which a visit counts, if it has ended waiting at all. */
function throwAway(visit: 'old' | 'new'): RawBuilder<unknown> {
  return sql`delete from kept_days where ${holding(visit)};`
}

/** Says of kept days which have a visit in them. */
export function holding(visit: 'old' | 'new'): RawBuilder<unknown> {
  const [queue, leftAt] = [sql.raw(`${visit}.queue`), sql.raw(`${visit}.left_at`)]
  return sql`queue = ${queue} and from_at <= ${leftAt}
    and from_at > ${leftAt} - ${sql.lit(LONGEST_DAY_MS)} and to_at > ${leftAt}`
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger kept_sums_added after insert on visits when new.left_at is not null
    begin ${throwAway('new')} end`.execute(db)
  await sql`create trigger kept_sums_changed after update of ${sql.raw(SUMMED.join(', '))} on visits
    when ${sql.raw(CHANGED)} begin ${throwAway('old')} ${throwAway('new')} end`.execute(db)
  await sql`create trigger kept_sums_deleted after delete on visits when old.left_at is not null
    begin ${throwAway('old')} end`.execute(db)
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function throw_kept_sums_away() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock_shared(${sql.lit(KEPT_SUMS_LOCK)});
    if tg_op <> 'INSERT' then ${throwAway('old')} end if;
    if tg_op <> 'DELETE' then ${throwAway('new')} end if;
    return null; end $$`.execute(db)
  await sql`create trigger kept_sums_added after insert on visits
    for each row when (new.left_at is not null) execute function throw_kept_sums_away()`.execute(db)
  await sql`create trigger kept_sums_changed after update of ${sql.raw(SUMMED.join(', '))} on visits
    for each row when (${sql.raw(CHANGED)}) execute function throw_kept_sums_away()`.execute(db)
  await sql`create trigger kept_sums_deleted after delete on visits
    for each row when (old.left_at is not null) execute function throw_kept_sums_away()`.execute(db)
  await sql`create function throw_all_kept_sums_away() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock_shared(${sql.lit(KEPT_SUMS_LOCK)});
    delete from kept_days; return null; end $$`.execute(db)
  await sql`create trigger kept_sums_emptied after truncate on visits
    for each statement execute function throw_all_kept_sums_away()`.execute(db)
}
