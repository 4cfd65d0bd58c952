import { type Kysely, sql } from 'kysely'
import { holding, KEPT_SUMS_LOCK } from './kept-sums-triggers'

/** Whoever throws kept days away holds it to the end of the transaction. */
const THROWN_AWAY_LOCK = 7_405_013

/**
 * Two who write visits of the same kept days in another order would each wait for the other, and PostgreSQL would end one of
 * them. So of those who throw kept days away one goes after the other; who has none to throw away, as nearly always, waits
 * for nobody. Whether there is one does not change meanwhile: days are claimed under the lock that is shared here.
 */
export async function throwKeptSumsAwayInTurns(db: Kysely<unknown>): Promise<void> {
  const throwAway = (visit: 'old' | 'new') => sql`
    if exists (select from kept_days where ${holding(visit)}) then
      delete from kept_days where ${holding(visit)};
    end if;`
  await sql`create or replace function throw_kept_sums_away() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock_shared(${sql.lit(KEPT_SUMS_LOCK)});
    if tg_op <> 'INSERT' then ${throwAway('old')} end if;
    if tg_op <> 'DELETE' then ${throwAway('new')} end if;
    return null; end $$`.execute(db)
  await sql`create function throw_away_in_turns() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock(${sql.lit(THROWN_AWAY_LOCK)});
    return null; end $$`.execute(db)
  await sql`create trigger kept_days_in_turns before delete on kept_days
    for each statement execute function throw_away_in_turns()`.execute(db)
}
