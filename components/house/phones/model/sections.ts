import { isFound } from '@/components/supervise/model/findable'
import { PHONE_STATES, type PhoneState } from '@/lib/domain/phone-state'
import { fold } from '@/lib/fold'
import { unreachable } from '@/lib/unreachable'
import type { PhoneRow } from './phone-row'
import type { Filter, Grouping, Order, PhonesView } from './phones-view'

/** Phones under one head. `label`: in words; else what they have in common (`state`), or where they stand (`kind`). */
export type Section = {
  key: string
  kind: 'mine' | 'all' | 'state' | 'queue' | 'noQueue' | 'context' | 'noHint' | 'letter' | 'noName' | 'keys'
  label: string | null
  state: PhoneState | null
  ids: readonly string[]
}

type Compare = (one: string, other: string) => number

type Grouped = {
  view: PhonesView
  compare: Compare
  /** Ids of the queues of the group that is shown; `null`: no group is. */
  groupQueues: ReadonlySet<string> | null
  labelOfQueue: (id: string) => string | null
  labelOfPbx: (pbx: string) => string | null
}

/** What is shown of rows in their order, under its heads. One's own and starred phones come first, and again in their groups. */
export function sectionsOf(rows: readonly PhoneRow[], all: Grouped): Section[] {
  const { view } = all
  const shown = rows.filter((row) => isShown(row, all))
  const phones = shown.filter(({ phone }) => phone.kind === 'phone')
  const keys = view.filter === null ? shown.filter(({ phone }) => phone.kind === 'key') : []
  const mine = phones.filter(({ own, starred }) => own || starred).toSorted((a, b) => Number(b.own) - Number(a.own))
  const rest = view.by === 'none' ? phones.filter(({ own, starred }) => !own && !starred) : phones
  return [
    ...section('mine', mine),
    ...grouped(rest, view.by, all),
    // Starred lamps stand with the others: the first section is for people.
    ...section('keys', keys),
  ]
}

function grouped(rows: readonly PhoneRow[], by: Grouping, all: Grouped): Section[] {
  switch (by) {
    case 'none':
      return section('all', rows)
    case 'state':
      return PHONE_STATES.flatMap((state) =>
        section(
          'state',
          rows.filter((row) => row.state === state),
          state,
        ),
      )
    case 'queue':
      return byQueue(rows, all)
    case 'context':
      return byWord(rows, all.compare, 'context', 'noHint', (row) => contextsOf(row, all))
    case 'letter':
      return byWord(rows, all.compare, 'letter', 'noName', ({ name }) => firstLetter(name))
    default:
      return unreachable(by)
  }
}

function byQueue(rows: readonly PhoneRow[], all: Grouped): Section[] {
  const ofGroup = (id: string) => all.groupQueues?.has(id) ?? true
  return byWord(rows, all.compare, 'queue', 'noQueue', ({ queues }) =>
    queues.filter(ofGroup).flatMap((id) => all.labelOfQueue(id) ?? []),
  )
}

/** A section for each word, in their order; last those that have none. */
function byWord(
  rows: readonly PhoneRow[],
  compare: Compare,
  kind: Section['kind'],
  without: Section['kind'],
  wordsOf: (row: PhoneRow) => readonly string[],
): Section[] {
  const found = new Map<string, PhoneRow[]>()
  const others: PhoneRow[] = []
  for (const row of rows) {
    const words = wordsOf(row)
    if (words.length === 0) others.push(row)
    for (const word of new Set(words)) {
      const known = found.get(word)
      if (known) known.push(row)
      else found.set(word, [row])
    }
  }
  const words = [...found.keys()].toSorted(compare)
  return [...words.flatMap((word) => section(kind, found.get(word) ?? [], null, word)), ...section(without, others)]
}

function contextsOf({ phone }: PhoneRow, { labelOfPbx }: Grouped): string[] {
  const pbx = labelOfPbx(phone.pbx)
  return phone.contexts.map((context) => (pbx === null ? context : `${pbx}, ${context}`))
}

function firstLetter(name: string | null): string[] {
  const [letter] = fold(name ?? '').trim()
  return letter === undefined ? [] : [letter.toUpperCase()]
}

function section(
  kind: Section['kind'],
  rows: readonly PhoneRow[],
  state: PhoneState | null = null,
  label: string | null = null,
): Section[] {
  if (rows.length === 0) return []
  return [{ key: [kind, label ?? state].filter(Boolean).join(' '), kind, label, state, ids: rows.map(({ id }) => id) }]
}

function isShown(row: PhoneRow, { view, groupQueues }: Grouped): boolean {
  if (groupQueues !== null && !row.queues.some((id) => groupQueues.has(id))) return false
  if (view.starred && !row.starred) return false
  if (view.filter !== null && !fits(row, view.filter)) return false
  return isFound(row.found, view.find)
}

/** Does a filter show this phone? Lamps that are no phones are left out by every filter. */
export function fits({ phone, state, reach }: PhoneRow, filter: Filter): boolean {
  if (phone.kind === 'key') return false
  switch (filter) {
    case 'unreachable':
      return reach === 'unreachable'
    case 'dnd':
      return phone.dnd
    case 'messages':
      return (phone.mailbox?.newMessages ?? 0) > 0
    default:
      return state === filter
  }
}

/** The order of rows; it depends on their numbers and names alone. */
export function byOrder(order: Order, compare: Compare): (one: PhoneRow, other: PhoneRow) => number {
  const byNumber = (one: PhoneRow, other: PhoneRow) =>
    compare(one.phone.number, other.phone.number) || (one.id < other.id ? -1 : 1)
  if (order === 'number') return byNumber
  return (one, other) => {
    if (one.name === null || other.name === null)
      return one.name === other.name ? byNumber(one, other) : one.name === null ? 1 : -1
    return compare(one.name, other.name) || byNumber(one, other)
  }
}
