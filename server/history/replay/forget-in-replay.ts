import type { Caller } from '@/lib/domain/caller'
import { maskCaller } from '@/lib/domain/mask'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'
import { keysText } from './chunk-writer'
import { type Moment, momentsIn, momentText } from './moment'
import { packText, unpackText } from './pack'

const PIECE = 20

/**
 * Takes a caller's number and name out of all chunks that are written to the end, or not any more since `settled` (ms):
 * queue, times and place in the line stay. Resolves to how many there were, and how many more still grow.
 */
export async function forgetInReplay({ db }: Database, key: string, settled: number) {
  const named = db.selectFrom('replay_chunks').where('numbers', 'like', `%${keysText([key])}%`)
  const forgotten = new Map<string, Set<string>>()
  let chunks = 0
  for (;;) {
    const rows = await named
      .select(['id', 'run', 'numbers', 'data'])
      .where(({ or, eb }) => or([eb('is_open', '=', 0), eb('to_at', '<=', settled)]))
      .orderBy('run')
      .orderBy('seq')
      .limit(PIECE)
      .execute()
    for (const { id, run, numbers, data } of rows) {
      const callers = forgotten.get(run) ?? new Set()
      forgotten.set(run, callers)
      const text = await unpackText(data).catch(() => null)
      if (text === null) {
        // Nobody can read it, and nobody can take anything out of it.
        await db.deleteFrom('replay_chunks').where('id', '=', id).execute()
        continue
      }
      const packed = await packText(without(text, key, callers))
      const left = numbers
        .trim()
        .split(' ')
        .filter((one) => one !== key)
      const set = { data: packed, bytes: packed.length, numbers: keysText(left) }
      await db.updateTable('replay_chunks').set(set).where('id', '=', id).execute()
    }
    chunks += rows.length
    if (rows.length < PIECE) break
  }
  const growing = await named.select('id').execute()
  return { chunks, growing: growing.length }
}

/** `callers`: ids of records in which the number stood, here or in chunks before. */
function without(text: string, key: string, callers: Set<string>): string {
  const clean = <R extends Partial<Caller>>(records: Readonly<Record<string, R>> = {}) => {
    const entries = Object.entries(records).map(([id, record]): [string, R] => {
      if (numberKey(record.number ?? null) === key) callers.add(id)
      return [id, callers.has(id) ? { ...record, ...nameless(record) } : record]
    })
    // An id may be any word, `__proto__` too.
    return Object.fromEntries(entries)
  }
  const cleaned = momentsIn(text).map((moment): Moment => {
    if ('state' in moment) return { ...moment, state: { ...moment.state, callers: clean(moment.state.callers) } }
    const { callers: part } = moment.diff
    if (part === undefined) return moment
    const changed = {
      ...part,
      ...(part.put && { put: clean(part.put) }),
      ...(part.patch && { patch: clean(part.patch) }),
    }
    return { ...moment, diff: { ...moment.diff, callers: changed } }
  })
  return cleaned.map(momentText).join('')
}

/** The channel of a caller may be called by the number. */
function nameless({ number, name, channel }: Partial<Caller>): Partial<Caller> {
  return {
    ...(number !== undefined && { number: null }),
    ...(name !== undefined && { name: null }),
    ...(channel !== undefined && { channel: maskCaller({ channel, number: null, name: null } as Caller).channel }),
  }
}
