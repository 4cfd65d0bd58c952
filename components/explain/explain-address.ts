import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { LIVE_FIGURES } from '@/lib/domain/live-figure'
import { FIGURES } from '@/lib/kpi/figures'
import { joinNames, splitNames } from '@/lib/protocol/name-list'
import type { Explained, ExplainedHouse, ExplainedTaken } from './explain-store'

const KEYS = {
  figure: 'explain',
  queues: 'explain-of',
  window: 'explain-window',
  everywhere: 'explain-everywhere',
  agent: 'explain-agent',
}

/** What an address can tell: of the house its own pages do, and what Asterisk counted is no page's. */
type OfQueues = Exclude<Explained, ExplainedHouse | ExplainedTaken>

/** What an address says is opened; `null`: nothing, or nothing that we know. */
export function parseExplained(address: URLSearchParams): OfQueues | null {
  const asked = address.get(KEYS.figure)
  const of = { queues: [...new Set(splitNames(address.get(KEYS.queues)))], label: null }
  const live = LIVE_FIGURES.find((figure) => figure === asked)
  if (live) return { ...of, live, ...(address.get(KEYS.everywhere) === 'true' && { everywhere: true }) }
  const figure = FIGURES.find((one) => one === asked)
  const window = KPI_WINDOWS.find((one) => one === address.get(KEYS.window)) ?? 'today'
  const agent = address.get(KEYS.agent)
  return figure ? { ...of, figure, window, ...(agent && { agent }) } : null
}

export function formatExplained(explained: OfQueues): URLSearchParams {
  const address = new URLSearchParams()
  address.set(KEYS.figure, 'live' in explained ? explained.live : explained.figure)
  if (explained.queues.length > 0) address.set(KEYS.queues, joinNames(explained.queues))
  if ('live' in explained && explained.everywhere) address.set(KEYS.everywhere, 'true')
  if ('window' in explained && explained.window !== 'today') address.set(KEYS.window, explained.window)
  if ('window' in explained && explained.agent) address.set(KEYS.agent, explained.agent)
  return address
}

/** The address with what is opened in it, and nothing else changed. */
export function withExplained(search: string, explained: Explained | null): string {
  const address = new URLSearchParams(search)
  for (const key of Object.values(KEYS)) address.delete(key)
  if (explained === null || 'house' in explained || 'taken' in explained) return address.toString()
  for (const [key, value] of formatExplained(explained)) address.set(key, value)
  return address.toString()
}
