import { type Asked, askedParams } from '@/components/history/asked'

/** Tabs of the list. */
export const LOST_TABS = ['all', 'open', 'calledBack'] as const
export type LostTab = (typeof LOST_TABS)[number]

/** What the list shows, as whoever looks has chosen. */
export type LostChoice = {
  tab: LostTab
  /** Asterisk's name; `null`: all. */
  queue: string | null
  sort: 'oldest' | 'newest'
  /** Those, too, who hung up too soon for anybody to answer. */
  short: boolean
  shown: number
}

export const FIRST_SHOWN = 100

/** As parameters of `/api/v1/lost`. `own`: only the queues of one's own phones. */
export function lostParams({ tab, queue, sort, short, shown }: LostChoice, asked: Asked | null, own: boolean) {
  const params = asked ? askedParams(asked) : new URLSearchParams()
  params.delete('agent')
  if (queue !== null) params.set('queues', queue)
  params.set('state', tab)
  params.set('sort', sort)
  params.set('limit', String(shown))
  if (short) params.set('short', 'true')
  if (own) params.set('own', 'true')
  return params
}
