import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import type { MemberState } from '@/lib/domain/member'
import { joinNames, splitNames } from '@/lib/protocol/name-list'

/** States in the order in which the filter offers them. */
export const STATES = [
  'ready',
  'ringing',
  'onCall',
  'onHold',
  'wrapUp',
  'paused',
  'unavailable',
] as const satisfies readonly MemberState[]

const SORT_COLUMNS = {
  queues: ['order', 'name', 'level', 'waiting', 'longest', 'serviceLevel', 'answered', 'lost', 'ready'],
  callers: ['wait', 'name', 'queue', 'priority'],
  calls: ['time', 'first', 'second', 'queue'],
  agents: ['attention', 'state', 'time', 'name', 'with', 'queue', 'today'],
} as const
export const PANELS = ['queues', 'callers', 'calls', 'agents'] as const
export type Panel = (typeof PANELS)[number]
export type SortColumn<P extends Panel = Panel> = (typeof SORT_COLUMNS)[P][number]
export type Sort<P extends Panel = Panel> = { column: SortColumn<P>; down: boolean }
type Sorts = { [P in Panel]: Sort<P> }

const GROUPINGS = ['none', 'queue', 'state'] as const
export type Grouping = (typeof GROUPINGS)[number]
const DENSITIES = ['normal', 'compact', 'touch'] as const
export type Density = (typeof DENSITIES)[number]

/** How one looks at the desk: all of it stands in the address, so that it can be shared. */
export type DeskView = {
  /** Name of a group of queues from the configuration; `null`: all. */
  group: string | null
  /** Names of queues; `null`: all of the group. */
  queues: readonly string[] | null
  /** States of agents; `null`: all. */
  state: MemberState | null
  find: string
  /** Of which time the queues' figures are. */
  window: KpiWindow
  sorts: Sorts
  by: Grouping
  density: Density
}

/** `down`: the largest first, as names from Z. What leads each list is what needs somebody most. */
export const DEFAULT_VIEW: DeskView = {
  group: null,
  queues: null,
  state: null,
  find: '',
  window: 'today',
  sorts: {
    queues: { column: 'order', down: false },
    callers: { column: 'wait', down: true },
    calls: { column: 'time', down: true },
    agents: { column: 'attention', down: false },
  },
  by: 'none',
  density: 'normal',
}

/** What an address may say of the view; anything else in it is not ours. */
const KEYS = [
  'group',
  'queues',
  'state',
  'find',
  'window',
  'by',
  'rows',
  ...PANELS.map((panel) => `sort-${panel}`),
] as const

export function saysAnything(address: URLSearchParams): boolean {
  return KEYS.some((key) => address.has(key))
}

/** Reads an address; what it does not say, or says in a way that we do not know, is as by default. */
export function parseView(address: URLSearchParams): DeskView {
  const named = splitNames(address.get('queues'))
  return {
    group: address.get('group') || null,
    queues: named.length === 0 ? null : [...new Set(named)],
    state: oneOf(STATES, address.get('state')) ?? null,
    find: (address.get('find') ?? '').slice(0, 100),
    window: oneOf(KPI_WINDOWS, address.get('window')) ?? DEFAULT_VIEW.window,
    sorts: {
      queues: parseSort('queues', address),
      callers: parseSort('callers', address),
      calls: parseSort('calls', address),
      agents: parseSort('agents', address),
    },
    by: oneOf(GROUPINGS, address.get('by')) ?? DEFAULT_VIEW.by,
    density: oneOf(DENSITIES, address.get('rows')) ?? DEFAULT_VIEW.density,
  }
}

/** The address of a view: only what differs from the default. */
export function formatView(view: DeskView): URLSearchParams {
  const address = new URLSearchParams()
  if (view.group !== null) address.set('group', view.group)
  if (view.queues !== null) address.set('queues', joinNames(view.queues))
  if (view.state !== null) address.set('state', view.state)
  if (view.find.trim() !== '') address.set('find', view.find.trim())
  if (view.window !== DEFAULT_VIEW.window) address.set('window', view.window)
  if (view.by !== DEFAULT_VIEW.by) address.set('by', view.by)
  if (view.density !== DEFAULT_VIEW.density) address.set('rows', view.density)
  for (const panel of PANELS) {
    const { column, down } = view.sorts[panel]
    const usual = DEFAULT_VIEW.sorts[panel]
    if (column !== usual.column || down !== usual.down) address.set(`sort-${panel}`, down ? `${column}-down` : column)
  }
  return address
}

function parseSort<P extends Panel>(panel: P, address: URLSearchParams): Sort<P> {
  const said = address.get(`sort-${panel}`) ?? ''
  const column = oneOf<SortColumn<P>>(SORT_COLUMNS[panel], said.replace(/-down$/, ''))
  return column === undefined ? (DEFAULT_VIEW.sorts[panel] as Sort<P>) : { column, down: said.endsWith('-down') }
}

function oneOf<T extends string>(known: readonly T[], said: string | null): T | undefined {
  return known.find((one) => one === said)
}

/** Columns whose figures are read from the largest. */
const LARGEST_FIRST: ReadonlySet<string> = new Set([
  'level',
  'waiting',
  'longest',
  'answered',
  'lost',
  'ready',
  'wait',
  'time',
  'priority',
  'today',
])

/** A click on a column's head: sorts by it, then turns it round. */
export function sortBy<P extends Panel>(view: DeskView, panel: P, column: SortColumn<P>): DeskView {
  const now = view.sorts[panel]
  const down = now.column === column ? !now.down : LARGEST_FIRST.has(column)
  return { ...view, sorts: { ...view.sorts, [panel]: { column, down } } }
}
