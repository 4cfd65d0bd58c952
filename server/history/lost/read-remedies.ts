import { LOST_MARKS, type LostEvent } from '@/lib/domain/lost'
import type { Database } from '@/server/db/types'
import { callKey, type LostKey, numberKeysOf, partsOfKey, uniqueidsOf } from './lost-keys'

export type Keyed = { key: LostKey; event: LostEvent }

/** What a phone is called: whose it is. */
export type NameOf = (pbx: string, endpoint: string) => string

type Read = {
  database: Database
  keys: readonly LostKey[]
  since: number
  nameOf: NameOf
  /** Numbers as they are dialled here, by `numberKey`, where that is not how they call. */
  aliases: ReadonlyMap<string, readonly LostKey[]>
}

/** What was done about some callers since a moment (ms): talks, tries, and what people did by hand. */
export async function readRemedies(read: Read): Promise<Keyed[]> {
  const [answered, calls, marks] = await Promise.all([readAnswered(read), readCalls(read), readMarks(read)])
  return [...answered, ...calls, ...marks]
}

async function readAnswered({ database, keys, since }: Read): Promise<Keyed[]> {
  const [numbers, calls] = [numberKeysOf(keys), uniqueidsOf(keys)]
  const query = database.db
    .selectFrom('visits')
    .select(['pbx', 'uniqueid', 'number_key', 'answered_at', 'agent', 'agent_name'])
    .where('ending', '=', 'answered')
  const rows = [
    ...(numbers.length === 0
      ? []
      : await query.where('left_at', '>=', since).where('number_key', 'in', numbers).execute()),
    ...(calls.length === 0 ? [] : await query.where('number_key', 'is', null).where('uniqueid', 'in', calls).execute()),
  ]
  return rows.flatMap(({ pbx, uniqueid, number_key: number, answered_at: at, agent, agent_name: name }) =>
    at === null ? [] : { key: number ?? callKey(pbx, uniqueid), event: { what: 'answered', at, by: name ?? agent } },
  )
}

/** Calls at phones of the house that ended. One whose talk began nobody knows when is taken from its own beginning. */
async function readCalls({ database, keys, since, nameOf, aliases }: Read): Promise<Keyed[]> {
  const numbers = [...numberKeysOf(keys), ...aliases.keys()]
  if (numbers.length === 0) return []
  const rows = await database.db
    .selectFrom('recent_calls')
    .select(['pbx', 'number_key', 'direction', 'agent', 'outcome', 'started_at', 'ended_at', 'talk_ms'])
    .where('number_key', 'in', numbers)
    .where('ended_at', '>=', since)
    .where(({ eb, or }) => or([eb('outcome', '=', 'answered'), eb('direction', '=', 'out')]))
    .execute()
  return rows.flatMap((row) => {
    const { number_key: number, agent } = row
    if (number === null || agent === null) return []
    const by = nameOf(row.pbx, agent)
    const isAnswered = row.outcome === 'answered'
    const at = isAnswered && row.talk_ms !== null ? row.ended_at - row.talk_ms : row.started_at
    const what = row.direction === 'in' ? 'answered' : isAnswered ? 'called' : 'tried'
    // Somebody may be lost under either: with the country's code, and without.
    const others = row.direction === 'in' ? [] : (aliases.get(number) ?? [])
    return [number, ...others].map((key): Keyed => ({ key, event: { what, at, by } }))
  })
}

async function readMarks({ database, keys, since }: Read): Promise<Keyed[]> {
  const parts = keys.map(partsOfKey)
  const numbers = parts.flatMap(({ numberKey }) => numberKey ?? [])
  const calls = parts.flatMap(({ call }) => call ?? [])
  if (keys.length === 0) return []
  const rows = await database.db
    .selectFrom('lost_marks')
    .selectAll()
    .where('at', '>=', since)
    .where(({ eb, or }) =>
      or([
        ...(numbers.length > 0 ? [eb('number_key', 'in', numbers)] : []),
        ...(calls.length > 0 ? [eb('call', 'in', calls)] : []),
      ]),
    )
    .execute()
  return rows.flatMap(({ at, what, number_key: number, call, account_id: accountId, who: name, note }) => {
    const mark = LOST_MARKS.find((known) => known === what)
    const key = number ?? (call === null ? null : `call ${call}`)
    return mark === undefined || key === null ? [] : { key, event: { what: mark, at, by: { accountId, name }, note } }
  })
}
