import type { TimesOf } from '@/components/agents/times/times'
import type { AddressForm } from '@/components/session/use-address-state'
import type { Zone } from '@/lib/domain/zone'
import { AGENT_TIME_FIGURES } from '@/lib/kpi/agent-time-figures'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import { joinNames, splitNames } from '@/lib/protocol/name-list'
import { PARTS_OF_FIGURE, REPORT_CUTS } from '@/lib/protocol/visits'
import type { TimeSpan } from './range/board-days'
import type { HistorySpan } from './range/span'
import { formatMoment, parseSpan, parseTimes, writeSpan } from './range/span-form'
import { type Within, withinOf, withinText } from './within'

/** What stands below the figures. */
export const HISTORY_TABS = ['overview', 'visits', 'agents', 'lost'] as const
export type HistoryTab = (typeof HISTORY_TABS)[number]
export type Part = (typeof PARTS_OF_FIGURE)[number]
export type Cut = (typeof REPORT_CUTS)[number]

/** Of which part of the span and of whom a figure is opened: one queue, one agent, one piece of the time, a part of the visits. */
export type Opened = { figure: Figure; of: { queue: string } | { agent: string } | TimeSpan | Within | null }

/** Lists that are opened, above the page: whom the queues did not let in, whose phones rang in vain. */
const LISTS = ['turnedAway', 'missed'] as const
export type Listed = { list: (typeof LISTS)[number]; of: Opened['of'] }

/** What one can open on the page. */
export type Openable = Opened | Listed | TimesOf

/** What the page shows, as its address says it. */
export type HistoryView = {
  span: HistorySpan
  /** Beside the span before? */
  compare: boolean
  /** Asterisk's names, or groups as `@group`; none: all. */
  queues: readonly string[]
  /** Interface of the agent who answered; `null`: whoever. */
  agent: string | null
  opened: Opened | null
  /** Instead of a figure. */
  listed: Listed | null
  /** An agent's time, instead of either. */
  timed: TimesOf | null
  /** Visits behind the opened figure are shown: which; `null`: all there are. */
  part: Part | null
  tab: HistoryTab
  /** How the table of sums is cut. */
  by: Cut
}

const KEYS = [
  'window',
  'span',
  'from',
  'to',
  'compare',
  'queues',
  'agent',
  'figure',
  'list',
  'time',
  'reason',
  'of',
  'part',
  'tab',
  'by',
]

const AGENT = 'agent:'

/** @param zone in which the address tells moments: the board's */
export function historyForm(zone: Zone): AddressForm<HistoryView> {
  return {
    storage: 'callboard.history',
    isStep: true,
    parse: (address) => ({
      span: parseSpan(address, zone),
      compare: address.get('compare') === '1',
      queues: splitNames(address.get('queues')),
      agent: address.get('agent') || null,
      opened: parseOpened(address, zone),
      listed: parseListed(address, zone),
      timed: parseTimed(address),
      part: PARTS_OF_FIGURE.find((one) => one === address.get('part')) ?? null,
      tab: HISTORY_TABS.find((one) => one === address.get('tab')) ?? 'overview',
      by: REPORT_CUTS.find((one) => one === address.get('by')) ?? 'queue',
    }),
    format(view) {
      const address = new URLSearchParams()
      writeSpan(view.span, address, zone)
      if (view.compare) address.set('compare', '1')
      if (view.queues.length > 0) address.set('queues', joinNames(view.queues))
      if (view.agent !== null) address.set('agent', view.agent)
      writeOpened(view.opened, address, zone)
      if (view.listed !== null) address.set('list', view.listed.list)
      if (view.listed?.of) address.set('of', ofText(view.listed.of, zone))
      writeTimed(view.timed, address)
      if (view.part !== null) address.set('part', view.part)
      if (view.tab !== 'overview') address.set('tab', view.tab)
      if (view.by !== 'queue') address.set('by', view.by)
      return address
    },
    saysAnything: (address) => KEYS.some((key) => address.has(key)),
  }
}

function parseOpened(address: URLSearchParams, zone: Zone): Opened | null {
  const figure = FIGURES.find((one) => one === address.get('figure'))
  return figure === undefined ? null : { figure, of: parseOf(address.get('of'), zone) }
}

function parseListed(address: URLSearchParams, zone: Zone): Listed | null {
  const list = LISTS.find((one) => one === address.get('list'))
  if (list === undefined || address.has('figure')) return null
  const of = parseOf(address.get('of'), zone)
  // Whoever was not let in neither waited nor talked; what is missed is told of one agent, or of all.
  const isNone = list === 'turnedAway' ? of && ('wait' in of || 'talk' in of) : of && !('agent' in of)
  return { list, of: isNone ? null : of }
}

function parseTimed(address: URLSearchParams): TimesOf | null {
  const time = AGENT_TIME_FIGURES.find((one) => one === address.get('time'))
  if (time === undefined || address.has('figure') || address.has('list')) return null
  const of = address.get('of') ?? ''
  const reason = time === 'paused' ? address.get('reason') : null
  return {
    ...{ time, agent: of.startsWith(AGENT) ? of.slice(AGENT.length) : null },
    ...(reason !== null && { reason: reason || null }),
  }
}

function writeTimed(timed: TimesOf | null, address: URLSearchParams): void {
  if (timed === null) return
  address.set('time', timed.time)
  if (timed.reason !== undefined) address.set('reason', timed.reason ?? '')
  if (timed.agent !== null) address.set('of', AGENT + timed.agent)
}

function parseOf(of: string | null, zone: Zone): Opened['of'] {
  if (of === null) return null
  if (of.startsWith('queue:')) return { queue: of.slice('queue:'.length) }
  if (of.startsWith(AGENT)) return { agent: of.slice(AGENT.length) }
  const [from = null, to = null] = of.split('/')
  return withinOf(of) ?? parseTimes(from, to, zone)
}

function writeOpened(opened: Opened | null, address: URLSearchParams, zone: Zone): void {
  if (opened === null) return
  const { figure, of } = opened
  address.set('figure', figure)
  if (of === null) return
  address.set('of', ofText(of, zone))
}

function ofText(of: NonNullable<Opened['of']>, zone: Zone): string {
  if ('queue' in of) return `queue:${of.queue}`
  if ('agent' in of) return AGENT + of.agent
  if (!('from' in of)) return withinText(of)
  return `${formatMoment(of.from, zone)}/${formatMoment(of.to, zone)}`
}
