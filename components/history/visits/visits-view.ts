import type { AddressForm } from '@/components/session/use-address-state'
import { ENDINGS, type Ending } from '@/lib/domain/visit'
import { joinNames, splitNames } from '@/lib/protocol/name-list'
import { VISIT_SORTS, type VisitSort } from '@/lib/protocol/visits'

/** What visits can be besides, each alone or all of them. */
export const ONLY = ['transferred', 'repeat', 'unseen'] as const
export type Only = (typeof ONLY)[number]

/** Which visits the table shows of those that the page asks for, and in which order. */
export type VisitsView = {
  /** A part of a number or a name. */
  find: string
  /** Asterisk's names; none: all that the page asks for. */
  queues: readonly string[]
  endings: readonly Ending[]
  /** Interface of the agent who answered; `null`: whoever. */
  agent: string | null
  /** ms; `null`: however long. */
  minWait: number | null
  minTalk: number | null
  only: readonly Only[]
  sort: VisitSort
  down: boolean
  /** Id of the visit whose story is opened. */
  visit: string | null
}

export const ALL_VISITS: VisitsView = {
  ...{ find: '', queues: [], endings: [], agent: null, minWait: null, minTalk: null, only: [] },
  ...{ sort: 'time', down: true, visit: null },
}

/** The same without anything that leaves visits out. */
export function withoutFilters({ sort, down, visit }: VisitsView): VisitsView {
  return { ...ALL_VISITS, sort, down, visit }
}

export function isFiltered(view: VisitsView): boolean {
  const { find, queues, endings, agent, minWait, minTalk, only } = view
  return (
    find.trim() !== '' || queues.length + endings.length + only.length > 0 || agent !== null || !!minWait || !!minTalk
  )
}

/** A column pressed: by it, and once more the other way round. Words begin at A, everything else with the most. */
export function sortedBy(view: VisitsView, sort: VisitSort): VisitsView {
  const down = view.sort === sort ? !view.down : sort === 'time' || sort === 'wait' || sort === 'talk'
  return { ...view, sort, down }
}

const KEYS = ['find', 'inQueues', 'ending', 'answeredBy', 'minWait', 'minTalk', 'only', 'sort', 'visit']

/** How it stands in the address of the page, beside what the page itself says there. */
export const VISITS_FORM: AddressForm<VisitsView> = {
  storage: null,
  parse: (address) => ({
    find: (address.get('find') ?? '').slice(0, 100),
    queues: splitNames(address.get('inQueues')),
    endings: ENDINGS.filter((ending) => listOf(address, 'ending').includes(ending)),
    agent: address.get('answeredBy') || null,
    minWait: msOf(address.get('minWait')),
    minTalk: msOf(address.get('minTalk')),
    only: ONLY.filter((one) => listOf(address, 'only').includes(one)),
    ...sortOf(address.get('sort')),
    visit: address.get('visit') || null,
  }),
  format(view) {
    const address = new URLSearchParams()
    const { find, queues, endings, agent, minWait, minTalk, only, visit } = view
    if (find !== '') address.set('find', find)
    if (queues.length > 0) address.set('inQueues', joinNames(queues))
    if (endings.length > 0) address.set('ending', endings.join(','))
    if (agent !== null) address.set('answeredBy', agent)
    if (minWait !== null) address.set('minWait', String(minWait))
    if (minTalk !== null) address.set('minTalk', String(minTalk))
    if (only.length > 0) address.set('only', only.join(','))
    if (view.sort !== 'time' || !view.down) address.set('sort', orderText(view))
    if (visit !== null) address.set('visit', visit)
    return address
  },
  saysAnything: (address) => KEYS.some((key) => address.has(key)),
}

/** As the API takes it: `-` turns the order round. */
export function orderText({ sort, down }: Pick<VisitsView, 'sort' | 'down'>): string {
  return down ? `-${sort}` : sort
}

function sortOf(text: string | null): Pick<VisitsView, 'sort' | 'down'> {
  const sort = VISIT_SORTS.find((one) => text === one || text === `-${one}`)
  return sort === undefined ? { sort: 'time', down: true } : { sort, down: text !== sort }
}

function listOf(address: URLSearchParams, key: string): string[] {
  return (address.get(key) ?? '').split(',').filter((text) => text !== '')
}

function msOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null
}
