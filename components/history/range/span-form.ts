import { KPI_WINDOWS } from '@/lib/domain/kpi'
import type { Zone } from '@/lib/domain/zone'
import type { TimeSpan } from './board-days'
import { type HistorySpan, PRESETS } from './span'

/** Dates that no calendar has room for are nobody's. */
const LAST_MS = 8e15

/** A moment as it stands in an address: as the board's clock shows it, or in ms where that says two. */
export function formatMoment(at: number, zone: Zone): string {
  const shown = zone.shown(at)
  return zone.at(shown) === at ? shown : String(at)
}

export function parseMoment(text: string | null, zone: Zone): number | null {
  if (text === null) return null
  const at = /^\d{6,16}$/.test(text) ? Number(text) : /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? zone.at(text) : null
  return at === null || at < 0 || at > LAST_MS ? null : at
}

/** From one moment to a later one; `null`: it is none. */
export function parseTimes(from: string | null, to: string | null, zone: Zone): TimeSpan | null {
  const times = { from: parseMoment(from, zone), to: parseMoment(to, zone) }
  if (times.from === null || times.to === null || times.from >= times.to) return null
  return { from: times.from, to: times.to }
}

/** Of what an address says of the time; without anything said: today. */
export function parseSpan(address: URLSearchParams, zone: Zone): HistorySpan {
  const times = parseTimes(address.get('from'), address.get('to'), zone)
  if (times) return times
  const preset = PRESETS.find((one) => one === address.get('span'))
  if (preset) return { preset }
  return { window: KPI_WINDOWS.find((one) => one === address.get('window')) ?? 'today' }
}

export function writeSpan(span: HistorySpan, address: URLSearchParams, zone: Zone): void {
  if ('from' in span) {
    address.set('from', formatMoment(span.from, zone))
    address.set('to', formatMoment(span.to, zone))
  } else if ('preset' in span) address.set('span', span.preset)
  else if (span.window !== 'today') address.set('window', span.window)
}
