import { sameItems } from '@/components/wall/board/queue-view'
import type { LiveCache } from '@/lib/client/types'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Family } from '@/lib/domain/live-state'
import { keyOf, type Phone, phonesOf } from '@/lib/domain/phone'
import { queuesOfGroup } from '@/lib/domain/queue-group'
import type { Person } from '@/lib/protocol/people'
import type { Phone as OwnPhone } from '@/lib/protocol/viewer'
import { hear, namesOf, queuesByPhone } from './names'
import { type PhoneRow, phoneRowOf, type Surroundings } from './phone-row'
import { FILTERS, type Filter, type PhonesView } from './phones-view'
import { byOrder, fits, type Section, sectionsOf } from './sections'

const WATCHED = [
  ...(['extensions', 'endpoints', 'phoneChannels', 'devices', 'mailboxes', 'members', 'queues'] as const),
] satisfies readonly Family[]
const NONE: readonly never[] = []

/** What does not come with the live picture. */
export type PhonesHouse = {
  people: readonly Person[]
  own: readonly OwnPhone[]
  starred: ReadonlySet<string>
  queueGroups: Readonly<Record<string, readonly string[]>>
}

export const NO_HOUSE: PhonesHouse = { people: NONE, own: NONE, starred: new Set(), queueGroups: {} }

/** What is shown, in its order. Each part keeps its identity while nothing in it changes. */
export type PhonesPicture = {
  sections: readonly Section[]
  counts: Readonly<Record<Filter, number>>
  /** Phones, whatever is filtered, and extensions with a hint that are none. */
  total: number
  keys: number
  /** How many are shown. */
  shown: number
  /** New messages in all mailboxes of these phones. */
  messages: number
}

type Options = { cache: LiveCache; compare: (one: string, other: string) => number }

/** Derives what the page shows. Rows that did not change keep their identity, so that only the others are drawn anew. */
export class PhonesBoard {
  private readonly listeners = new Set<() => void>()
  private readonly heard = new Map<string, string>()
  private phones: ReadonlyMap<string, Phone> = new Map()
  private rows: ReadonlyMap<string, PhoneRow> = new Map()
  /** Ids in their order, which is looked for only when a number or a name has changed. */
  private order: readonly string[] = []
  private orderedBy: PhonesView['order'] | null = null
  private refreshing = false
  private current: PhonesPicture

  constructor(
    private readonly options: Options,
    private view: PhonesView,
    private house: PhonesHouse = NO_HOUSE,
  ) {
    this.current = { sections: NONE, counts: countsOf([]), total: 0, keys: 0, shown: 0, messages: 0 }
    this.refresh()
  }

  /** Follows the cache; returns the stop. */
  start(): () => void {
    const stops = WATCHED.map((family) => this.options.cache.subscribeFamily(family, this.schedule))
    this.refresh()
    return () => {
      for (const stop of stops) stop()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  picture = (): PhonesPicture => this.current
  row = (id: string): PhoneRow | undefined => this.rows.get(id)
  all = (): Iterable<PhoneRow> => this.rows.values()

  show(view: PhonesView, house: PhonesHouse): void {
    if (view === this.view && house === this.house) return
    this.view = view
    this.house = house
    this.refresh()
  }

  /** One message may touch several families: they are taken in together. */
  private readonly schedule = (): void => {
    if (this.refreshing) return
    this.refreshing = true
    queueMicrotask(() => {
      this.refreshing = false
      this.refresh()
    })
  }

  private refresh(): void {
    const { cache } = this.options
    this.phones = phonesOf(
      {
        extensions: cache.records('extensions'),
        endpoints: cache.records('endpoints'),
        phoneChannels: cache.records('phoneChannels'),
        devices: cache.records('devices'),
        mailboxes: cache.records('mailboxes'),
      },
      this.phones,
    )
    const around = this.surroundings()
    const before = this.rows
    this.rows = new Map(Array.from(this.phones, ([id, phone]) => [id, phoneRowOf(phone, around, before.get(id))]))
    if (!sameNames(this.rows, before)) this.orderedBy = null
    this.publish()
  }

  private ordered(): PhoneRow[] {
    const { order } = this.view
    if (this.orderedBy !== order) {
      const sorted = [...this.rows.values()].sort(byOrder(order, this.options.compare))
      this.order = sorted.map(({ id }) => id)
      this.orderedBy = order
    }
    return this.order.flatMap((id) => this.rows.get(id) ?? [])
  }

  private surroundings(): Surroundings {
    const { cache } = this.options
    const members = cache.records('members')
    hear(cache.records('phoneChannels'), this.heard)
    const phones = new Map<string, Phone>()
    for (const phone of this.phones.values())
      for (const one of phone.interfaces) {
        const key = keyOf(phone.pbx, one)
        // A lamp may watch somebody's phone, too: the phone's own extension watches it alone.
        if ((phones.get(key)?.interfaces.length ?? Number.POSITIVE_INFINITY) > phone.interfaces.length)
          phones.set(key, phone)
      }
    return {
      names: namesOf({ people: this.house.people, members }, this.heard),
      phones,
      numbers: new Map(Array.from(this.phones.values(), (phone) => [keyOf(phone.pbx, phone.number), phone])),
      own: new Set(this.house.own.map((own) => keyOf(own.pbx, endpointOfInterface(own.interface)))),
      starred: this.house.starred,
      queues: queuesByPhone(members),
    }
  }

  private publish(): void {
    const { cache, compare } = this.options
    const rows = this.ordered()
    const { queueGroups } = this.house
    const { group } = this.view
    const names = group === null ? null : new Set(queuesOfGroup(queueGroups, group).map((name) => name.toLowerCase()))
    const queues = cache.records('queues')
    const pbxs = cache.status().links
    const sections = sectionsOf(rows, {
      view: this.view,
      compare,
      groupQueues: names && new Set(queues.filter(({ name }) => names.has(name.toLowerCase())).map(({ id }) => id)),
      labelOfQueue: (id) => cache.record('queues', id)?.label ?? null,
      labelOfPbx: (pbx) => (pbxs.length < 2 ? null : (pbxs.find((link) => link.pbx === pbx)?.label ?? pbx)),
    })
    const phones = rows.filter(({ phone }) => phone.kind === 'phone')
    this.current = {
      sections: sameSections(sections, this.current.sections),
      counts: sameCounts(countsOf(phones), this.current.counts),
      total: phones.length,
      keys: rows.length - phones.length,
      shown: new Set(sections.flatMap(({ ids }) => ids)).size,
      messages: phones.reduce((sum, { phone }) => sum + (phone.mailbox?.newMessages ?? 0), 0),
    }
    for (const listener of this.listeners) listener()
  }
}

/** Are these the same phones, called the same? */
function sameNames(rows: ReadonlyMap<string, PhoneRow>, before: ReadonlyMap<string, PhoneRow>): boolean {
  if (rows.size !== before.size) return false
  for (const [id, row] of rows) {
    const old = before.get(id)
    if (old?.name !== row.name || old?.phone.number !== row.phone.number) return false
  }
  return true
}

function countsOf(rows: readonly PhoneRow[]): Record<Filter, number> {
  const counts = FILTERS.map((filter) => [filter, rows.reduce((sum, row) => sum + Number(fits(row, filter)), 0)])
  return Object.fromEntries(counts) as Record<Filter, number>
}

function sameCounts(fresh: Record<Filter, number>, before: Readonly<Record<Filter, number>>) {
  return FILTERS.every((filter) => fresh[filter] === before[filter]) ? before : fresh
}

function sameSections(fresh: readonly Section[], before: readonly Section[]): readonly Section[] {
  const known = new Map(before.map((section) => [section.key, section]))
  const kept = fresh.map((section) => {
    const old = known.get(section.key)
    return old && sameItems(section.ids, old.ids) === old.ids ? old : section
  })
  return sameItems(kept, before)
}
