import { PHONE_STATES, type PhoneState } from '@/lib/domain/phone-state'

/** What the filter offers besides states: phones that the PBX does not reach, that ask for quiet, that have messages. */
const NOTICES = ['unreachable', 'dnd', 'messages'] as const
export type Notice = (typeof NOTICES)[number]
export const FILTERS = [...PHONE_STATES, ...NOTICES] as const
export type Filter = PhoneState | Notice

export const GROUPINGS = ['none', 'queue', 'state', 'context', 'letter'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const SHAPES = ['tiles', 'small', 'rows'] as const
export type Shape = (typeof SHAPES)[number]
export const ORDERS = ['number', 'name'] as const
export type Order = (typeof ORDERS)[number]

/** How one looks at the phones: all of it stands in the address, so that it can be shared. */
export type PhonesView = {
  /** Name of a group of queues from the configuration; `null`: everybody. */
  group: string | null
  filter: Filter | null
  /** Only what is starred in this browser. */
  starred: boolean
  find: string
  by: Grouping
  order: Order
  as: Shape
}

export const USUAL_VIEW: PhonesView = {
  ...{ group: null, filter: null, starred: false, find: '' },
  ...{ by: 'none', order: 'number', as: 'tiles' },
}

const KEYS = ['group', 'show', 'starred', 'find', 'by', 'order', 'as'] as const

/** Reads an address; what it does not say, or says in a way that we do not know, is as usual. */
export function parseView(address: URLSearchParams): PhonesView {
  return {
    group: address.get('group') || null,
    filter: oneOf(FILTERS, address.get('show')) ?? null,
    starred: address.get('starred') === '1',
    find: (address.get('find') ?? '').slice(0, 100),
    by: oneOf(GROUPINGS, address.get('by')) ?? USUAL_VIEW.by,
    order: oneOf(ORDERS, address.get('order')) ?? USUAL_VIEW.order,
    as: oneOf(SHAPES, address.get('as')) ?? USUAL_VIEW.as,
  }
}

/** The address of a view: only what differs from the usual one. */
export function formatView(view: PhonesView): URLSearchParams {
  const address = new URLSearchParams()
  if (view.group !== null) address.set('group', view.group)
  if (view.filter !== null) address.set('show', view.filter)
  if (view.starred) address.set('starred', '1')
  if (view.find !== '') address.set('find', view.find)
  for (const key of ['by', 'order', 'as'] as const) if (view[key] !== USUAL_VIEW[key]) address.set(key, view[key])
  return address
}

/** Is everybody shown? */
export function isWhole({ group, filter, starred, find }: PhonesView): boolean {
  return group === null && filter === null && !starred && find === ''
}

export const PHONES_FORM = {
  storage: 'callboard.phones',
  parse: parseView,
  format: formatView,
  saysAnything: (address: URLSearchParams) => KEYS.some((key) => address.has(key)),
}

function oneOf<T extends string>(known: readonly T[], said: string | null): T | undefined {
  return known.find((one) => one === said)
}
