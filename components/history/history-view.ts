import type { AddressForm } from '@/components/session/use-address-state'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import { FIGURES, type Figure } from '@/lib/kpi/figures'

/** What the page shows. `queue`: Asterisk's name; `null`: all. `figure`: the one that is opened. */
export type HistoryView = { window: KpiWindow; queue: string | null; figure: Figure | null; find: string }

const KEYS = ['window', 'queue', 'figure', 'find'] as const

export const HISTORY_FORM: AddressForm<HistoryView> = {
  storage: 'callboard.history',
  parse(address) {
    const window = KPI_WINDOWS.find((one) => one === address.get('window')) ?? 'today'
    const figure = FIGURES.find((one) => one === address.get('figure')) ?? null
    return { window, queue: address.get('queue') || null, figure, find: address.get('find') ?? '' }
  },
  format({ window, queue, figure, find }) {
    const address = new URLSearchParams()
    if (window !== 'today') address.set('window', window)
    if (queue !== null) address.set('queue', queue)
    if (figure !== null) address.set('figure', figure)
    if (find !== '') address.set('find', find)
    return address
  },
  saysAnything: (address) => KEYS.some((key) => address.has(key)),
}
