import { parseQueueNames } from '@/components/wall/board/pick-queues'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import { SPEEDS, type Speed } from './player/player'

/** What the address asks for. `at`: ms since 1970; `null`: wherever the recording ends. */
export type ReplayAddress = { at: number | null; speed: Speed; queues: readonly string[] | null; window: KpiWindow }

/** `t` is a moment as ISO 8601 writes it, or in ms since 1970. */
export function parseAddress(search: string): ReplayAddress {
  const address = new URLSearchParams(search)
  const t = address.get('t') ?? ''
  const at = /^\d+$/.test(t) ? Number(t) : Date.parse(t)
  const speed = SPEEDS.find((one) => String(one) === address.get('speed')) ?? 1
  const window = KPI_WINDOWS.find((one) => one === address.get('window')) ?? 'today'
  return {
    at: Number.isFinite(at) ? at : null,
    speed,
    queues: parseQueueNames(address.get('queues') ?? undefined),
    window,
  }
}

/** The address of a moment; whatever else stands in `search` stays. */
export function addressOf(search: string, at: number, speed: Speed): string {
  const address = new URLSearchParams(search)
  address.set('t', new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z'))
  if (speed === 1) address.delete('speed')
  else address.set('speed', String(speed))
  return `/replay?${address.toString().replaceAll('%3A', ':')}`
}
