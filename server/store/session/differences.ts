import { sameValue } from '@/lib/diff/same'
import type { PbxTables } from '../reducers/tables'

/** `missing`: the PBX has it and we do not; `extra`: the other way round; `different`: both have it, unlike. */
const HOWS = ['missing', 'extra', 'different'] as const
const DIFFERENCE_FAMILIES = ['queue', 'member', 'caller', 'channel', 'parked', 'conference', 'participant'] as const
type DifferenceHow = (typeof HOWS)[number]
export type DifferenceFamily = (typeof DIFFERENCE_FAMILIES)[number]

/** Every kind of difference by its name in metrics, such as `member different`. */
export const DIFFERENCE_KINDS: readonly string[] = DIFFERENCE_FAMILIES.flatMap((family) =>
  HOWS.map((how) => differenceKind({ family, how })),
)

/** The name of a difference's kind. */
export function differenceKind({ family, how }: { family: DifferenceFamily; how: DifferenceHow }): string {
  return `${family} ${how}`
}

/** One thing of which the live tables and the lists say different things. */
export type Difference = {
  family: DifferenceFamily
  how: DifferenceHow
  id: string
  /** The very record of the live tables: unless an event touches it, the next reading meets the same one. */
  ours: object | undefined
  theirs: object | undefined
  /** Names of the fields that differ. */
  fields: string[]
}

/** Told by the PBX in so many words: the rest of a record is derived, or a moment that is true to a second only. */
const COMPARED = {
  queue: ['strategy', 'max', 'weight', 'serviceLevelSeconds'],
  member: [
    'name',
    'stateInterface',
    'membership',
    'penalty',
    'ringInUse',
    'callsTaken',
    'lastCallAt',
    'lastPauseAt',
    'loggedInAt',
    'device',
    'inCall',
    'paused',
    'pausedReason',
  ],
  caller: ['queue', 'position', 'priority', 'number', 'name'],
  channel: ['bridge'],
  parked: ['lot', 'slot'],
  conference: ['locked', 'muted'],
  participant: ['conference', 'admin', 'marked', 'waiting', 'muted'],
} as const satisfies Record<DifferenceFamily, readonly string[]>

/** Ids are unique within a family only. */
export function differenceKey(family: DifferenceFamily, id: string): string {
  return `${family} ${id}`
}

/** What the lists (`theirs`) say otherwise than the live tables (`ours`) of some families. */
export function differences(
  ours: PbxTables,
  theirs: PbxTables,
  families: readonly DifferenceFamily[],
): Map<string, Difference> {
  const found = new Map<string, Difference>()
  for (const family of families) {
    const table = TABLES[family]
    for (const difference of differencesOf(family, ours[table], theirs[table])) {
      found.set(differenceKey(family, difference.id), difference)
    }
  }
  return found
}

const TABLES = {
  queue: 'queues',
  member: 'members',
  caller: 'callers',
  channel: 'channels',
  parked: 'parkedCalls',
  conference: 'conferences',
  participant: 'participants',
} as const

type Records = { get(id: string): object | undefined; entries(): IterableIterator<[string, object]> }

function* differencesOf(family: DifferenceFamily, ours: Records, theirs: Records): Generator<Difference> {
  for (const [id, their] of theirs.entries()) {
    const our = ours.get(id)
    if (our === undefined) yield { family, how: 'missing', id, ours: our, theirs: their, fields: [] }
    else {
      const fields = COMPARED[family].filter((field) => !sameValue(Reflect.get(our, field), Reflect.get(their, field)))
      if (fields.length > 0) yield { family, how: 'different', id, ours: our, theirs: their, fields }
    }
  }
  for (const [id, our] of ours.entries()) {
    if (theirs.get(id) === undefined) yield { family, how: 'extra', id, ours: our, theirs: undefined, fields: [] }
  }
}

/** Do two readings tell the same, with no live event having touched the record in between? */
export function confirmed(first: Difference | undefined, second: Difference): boolean {
  if (first === undefined || first.how !== second.how || first.ours !== second.ours) return false
  return sameValue(told(first), told(second))
}

function told({ family, theirs }: Difference): unknown[] {
  return COMPARED[family].map((field) => theirs && Reflect.get(theirs, field))
}

/** Is the difference still there? Making an earlier one good may have taken it along, as a queue its members. */
export function stands({ family, id, ours }: Difference, tables: PbxTables): boolean {
  return tables[TABLES[family]].get(id) === ours
}
