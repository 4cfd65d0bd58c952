import { sql } from 'kysely'
import type { PbxName } from '@/lib/domain/ids'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Loss } from '@/lib/domain/lost'
import { ENDINGS } from '@/lib/domain/visit'
import { kindOf } from '@/lib/kpi/kind'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import { type LostKey, numberKeysOf, uniqueidsOf } from './lost-keys'

/** So many rows are read at a time, so that nothing else waits. */
const AT_ONCE = 1_000

export type RulesOf = (queue: string) => Pick<KpiRules, 'shortMs' | 'lost'>

/** All who were lost since a moment (ms), by the rules of their queues. */
export async function readLosses(database: Database, since: number, rulesOf: RulesOf): Promise<Loss[]> {
  const losses = await readTurnedAway(database, since, null)
  let after = { at: since - 1, id: '' }
  for (;;) {
    const rows = await notAnswered(database)
      .where('left_at', '>=', after.at)
      .where(({ eb, or }) => or([eb('left_at', '>', after.at), eb('id', '>', after.id)]))
      .orderBy('left_at')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    losses.push(...rows.flatMap((row) => lossOf(row, rulesOf)))
    const last = rows.at(-1)
    if (last?.left_at == null || rows.length < AT_ONCE) return losses
    after = { at: last.left_at, id: last.id }
    await breath()
  }
}

/** The losses of some callers since a moment (ms). */
export async function readLossesOf(
  database: Database,
  keys: readonly LostKey[],
  since: number,
  rulesOf: RulesOf,
): Promise<Loss[]> {
  const [numbers, calls] = [numberKeysOf(keys), uniqueidsOf(keys)]
  const visits = notAnswered(database)
  const rows = [
    ...(numbers.length === 0
      ? []
      : await visits.where('left_at', '>=', since).where('number_key', 'in', numbers).execute()),
    // Of few calls: by time as well, the database would look through all who withheld their number.
    ...(calls.length === 0
      ? []
      : await visits.where('number_key', 'is', null).where('uniqueid', 'in', calls).execute()),
  ]
  const away = await readTurnedAway(database, since, { numbers, calls })
  return [...away, ...rows.flatMap((row) => lossOf(row, rulesOf))]
}

function notAnswered({ db }: Database) {
  const columns = [
    'id',
    'pbx',
    'uniqueid',
    'queue',
    'number',
    'name',
    'entered_at',
    'left_at',
    'ending',
    'rings',
  ] as const
  // Written out: of a value that comes later no index knows whether it holds it.
  return db.selectFrom('visits').select(columns).where(sql<boolean>`ending <> 'answered'`)
}

type Row = Awaited<ReturnType<ReturnType<typeof notAnswered>['execute']>>[number]

function lossOf(row: Row, rulesOf: RulesOf): Loss[] {
  const { id, pbx, uniqueid, queue, number, name, entered_at: enteredAt, left_at: at, rings } = row
  const ending = ENDINGS.find((known) => known === row.ending)
  if (ending === undefined || at === null) return []
  const kind = kindOf({ ending, enteredAt, leftAt: at }, rulesOf(queue))
  if (kind !== 'lost' && kind !== 'short') return []
  const who = { id, pbx: pbx as PbxName, uniqueid, queue, number, name }
  return [{ ...who, waitMs: Math.max(0, at - enteredAt), at, ending, isShort: kind === 'short', rings }]
}

type Of = { numbers: readonly string[]; calls: readonly string[] } | null

async function readTurnedAway({ db }: Database, since: number, of: Of): Promise<Loss[]> {
  let query = db.selectFrom('turned_away').selectAll().where('at', '>=', since)
  if (of !== null) {
    query = query.where(({ eb, or, and }) =>
      or([
        ...(of.numbers.length > 0 ? [eb('number_key', 'in', of.numbers)] : []),
        ...(of.calls.length > 0 ? [and([eb('number_key', 'is', null), eb('uniqueid', 'in', of.calls)])] : []),
      ]),
    )
  }
  return (await query.execute()).map(({ id, pbx, uniqueid, queue, number, name, at }) => ({
    ...{ id, pbx: pbx as PbxName, uniqueid, queue, number, name, waitMs: null, at },
    ...{ ending: 'turnedAway', isShort: false, rings: '[]' },
  }))
}
