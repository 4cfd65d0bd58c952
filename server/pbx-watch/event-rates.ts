import type { EventFigures, EventRate } from '@/lib/protocol/admin/pbx-status'
import type { EventCensus, Tally } from '@/server/ami/event-census'
import type { Clock } from '@/server/clock'
import { DROPPED_EVENTS, KEPT_EVENTS } from '@/server/events/dropped-events'

/** How often the census is read, and how many readings are kept: five minutes. */
export const STEP_MS = 10_000
const MAX_READINGS = 31

type Census = ReturnType<EventCensus['read']>
type Reading = Census & { at: number }

/** Events a second by name over the last minutes, from what the census counts. */
export class EventRates {
  private readings: Reading[]
  private readonly cancel: () => void

  constructor(
    private readonly census: { read(): Census },
    private readonly clock: Clock,
    /** Told at every reading. */
    private readonly onStep: () => void = () => {},
  ) {
    this.readings = [this.take()]
    let cancel = () => {}
    const step = () => {
      this.readings = [...this.readings, this.take()].slice(-MAX_READINGS)
      this.onStep()
      cancel = clock.after(STEP_MS, step)
    }
    cancel = clock.after(STEP_MS, step)
    this.cancel = () => cancel()
  }

  figures(): EventFigures {
    const readings = [...this.readings, this.take()]
    const [first, last] = [readings[0] as Reading, readings.at(-1) as Reading]
    const seconds = (last.at - first.at) / 1000
    const types = seconds > 0 ? ratesBetween(first, last, seconds) : []
    const sum = (pick: (rate: EventRate) => number) => types.reduce((total, rate) => total + pick(rate), 0)
    return {
      seconds,
      perSecond: sum(({ perSecond }) => perSecond),
      bytesPerSecond: sum(({ bytesPerSecond }) => bytesPerSecond),
      steps: stepsOf(this.readings),
      stepSeconds: STEP_MS / 1000,
      types,
      listed: seconds > 0 ? rateOf(first.listed, last.listed, seconds) : NOTHING,
    }
  }

  close(): void {
    this.cancel()
  }

  private take(): Reading {
    return { at: this.clock.now(), ...this.census.read() }
  }
}

const NOTHING = { perSecond: 0, bytesPerSecond: 0 }

function rateOf(before: Readonly<Tally> | undefined, now: Readonly<Tally>, seconds: number) {
  return {
    perSecond: (now.count - (before?.count ?? 0)) / seconds,
    bytesPerSecond: (now.bytes - (before?.bytes ?? 0)) / seconds,
  }
}

function ratesBetween(first: Reading, last: Reading, seconds: number): EventRate[] {
  const rates = [...last.events].map(([name, tally]) => ({
    ...{ name, used: !DROPPED_EVENTS.has(name) || Object.hasOwn(KEPT_EVENTS, name) },
    ...rateOf(first.events.get(name), tally, seconds),
  }))
  return rates
    .filter(({ perSecond }) => perSecond > 0)
    .sort((one, other) => other.perSecond - one.perSecond || (one.name < other.name ? -1 : 1))
}

function stepsOf(readings: readonly Reading[]): number[] {
  const total = ({ events }: Reading) => [...events.values()].reduce((sum, { count }) => sum + count, 0)
  return readings.slice(1).map((reading, index) => {
    const before = readings[index] as Reading
    const seconds = (reading.at - before.at) / 1000
    return seconds > 0 ? (total(reading) - total(before)) / seconds : 0
  })
}
