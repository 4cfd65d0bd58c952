import { type Kysely, type RawBuilder, sql } from 'kysely'
import { unreachable } from '@/lib/unreachable'
import type { Database } from '../types'
import { holding, KEPT_SUMS_LOCK, LONGEST_DAY_MS } from './kept-sums-triggers'

/** Spans are cut when they have become too long: one that began so long before a day has no part in it. */
const LOOK_BACK_MS = 7_200_000

/**
 * The database itself throws away the days of which a span is written, changed or deleted: of all queues, for what is kept of
 * several at once is made of the spans of each. And whose phones rang in vain, where that is told otherwise.
 */
export async function throwKeptAgentsAway(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  switch (kind) {
    case 'sqlite':
      return onSqlite(db)
    case 'postgres':
      return onPostgres(db)
    default:
      return unreachable(kind)
  }
}

const SUMMED = ['queue', 'from_at', 'interface', 'pbx', 'name', 'state', 'reason', 'to_at']
const CHANGED = SUMMED.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')

/** Says of kept days which a span may touch; `apart` is written out, so that an index of these alone finds them. */
function touched(span: 'old' | 'new'): RawBuilder<unknown> {
  const at = sql.raw(`${span}.from_at`)
  return sql`apart = 'agents' and to_at > ${at} and to_at <= ${at} + ${sql.lit(LONGEST_DAY_MS + LOOK_BACK_MS)}
    and from_at < ${at} + ${sql.lit(LOOK_BACK_MS)}`
}

const NO_LONGER_MISSED = sql`apart = 'missed' and ${holding('new')}`

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  const throwAway = (span: 'old' | 'new') => sql`delete from kept_days where ${touched(span)};`
  await sql`create trigger kept_agents_added after insert on agent_spans begin ${throwAway('new')} end`.execute(db)
  await sql`create trigger kept_agents_changed after update on agent_spans
    when ${sql.raw(CHANGED)} begin ${throwAway('old')} ${throwAway('new')} end`.execute(db)
  await sql`create trigger kept_agents_deleted after delete on agent_spans begin ${throwAway('old')} end`.execute(db)
  await sql`create trigger kept_missed_changed after update of rings on visits
    when old.rings is distinct from new.rings and new.left_at is not null
    begin delete from kept_days where ${NO_LONGER_MISSED}; end`.execute(db)
}

/** One after the other, as of visits: see `kept-sums-in-turns.ts`. */
async function onPostgres(db: Kysely<unknown>): Promise<void> {
  const throwAway = (which: RawBuilder<unknown>) => sql`
    if exists (select from kept_days where ${which}) then delete from kept_days where ${which}; end if;`
  const share = sql`perform pg_advisory_xact_lock_shared(${sql.lit(KEPT_SUMS_LOCK)});`
  await sql`create function throw_kept_agents_away() returns trigger language plpgsql as $$ begin
    ${share}
    if tg_op <> 'INSERT' then ${throwAway(touched('old'))} end if;
    if tg_op <> 'DELETE' then ${throwAway(touched('new'))} end if;
    return null; end $$`.execute(db)
  await sql`create trigger kept_agents_added after insert or delete on agent_spans
    for each row execute function throw_kept_agents_away()`.execute(db)
  await sql`create trigger kept_agents_changed after update on agent_spans
    for each row when (${sql.raw(CHANGED)}) execute function throw_kept_agents_away()`.execute(db)
  await sql`create trigger kept_agents_emptied after truncate on agent_spans
    for each statement execute function throw_all_kept_sums_away()`.execute(db)
  await sql`create function throw_kept_missed_away() returns trigger language plpgsql as $$ begin
    ${share}
    ${throwAway(NO_LONGER_MISSED)}
    return null; end $$`.execute(db)
  await sql`create trigger kept_missed_changed after update of rings on visits
    for each row when (old.rings is distinct from new.rings and new.left_at is not null)
    execute function throw_kept_missed_away()`.execute(db)
}
