import { type Loss, type LostCaller, type LostEvent, lostCallersOf } from '@/lib/domain/lost'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'
import { breath } from '../reports/breath'
import { type LostKey, lostKeyOf } from './lost-keys'
import type { Found } from './lost-shelf'
import { type NameOf, readRemedies } from './read-remedies'

/** So many callers are looked up at once. */
const AT_ONCE = 300

type Lookup = {
  database: Database
  since: number
  nameOf: NameOf
  /** How a number is dialled here. */
  dialled(number: string): readonly string[]
  /** Talks that go on. */
  live(key: LostKey): readonly LostEvent[]
}

/** What became of callers who were lost. */
export async function findOut(losses: readonly Loss[], lookup: Lookup): Promise<Found> {
  const byKey = grouped(losses, lostKeyOf)
  const keys = [...byKey.keys()]
  const callers = new Map<LostKey, LostCaller[]>()
  const aliases = new Map<string, LostKey>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE)
    const dialled = aliasesOf(some, byKey, lookup)
    for (const [alias, [first]] of dialled) if (first !== undefined) aliases.set(alias, first)
    const remedies = grouped(await readRemedies({ ...lookup, keys: some, aliases: dialled }), ({ key }) => key)
    for (const key of some) {
      const lost = (byKey.get(key) ?? []).map((loss): LostEvent => ({ what: 'lost', at: loss.at, loss }))
      const done = (remedies.get(key) ?? []).map(({ event }) => event)
      callers.set(key, lostCallersOf([...lost, ...done, ...lookup.live(key)]))
    }
    await breath()
  }
  return { losses, callers, aliases }
}

/** Of a short number with a prefix before it, with its country's code or without, the end is another one. */
function aliasesOf(
  keys: readonly LostKey[],
  losses: ReadonlyMap<LostKey, readonly Loss[]>,
  { dialled }: Lookup,
): Map<string, LostKey[]> {
  const aliases = new Map<string, LostKey[]>()
  for (const key of keys) {
    const number = losses.get(key)?.at(-1)?.number ?? null
    for (const way of number === null || numberKey(number) === null ? [] : dialled(number)) {
      const alias = numberKey(way)
      if (alias !== null && alias !== key) aliases.set(alias, [...(aliases.get(alias) ?? []), key])
    }
  }
  return aliases
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
