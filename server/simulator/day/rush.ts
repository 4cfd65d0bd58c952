import type { QueueSpec } from '../options'
import type { Queue } from '../pbx/records'
import type { Random } from '../random'
import type { Day, Stream } from './day'
import { DAY } from './pace'

/** Share of its people that a queue can count on: the others pause or are away. */
const PRESENT = 0.85
const HOUR = 3_600_000
const MINUTE = 60_000

/** A surge lasts so many minutes and comes again after so many; each queue's begins later than the one before it. */
const SURGE = { minutes: 10, every: 50, first: 3, later: 13 }
const WAVE = 0.25

/** How busy it is compared with the usual: rush hours as a slow wave, and surges. */
function createRush(random: Random, surge: number, index: number): (sinceDawn: number) => number {
  const phase = random.between(0, 2 * Math.PI)
  const begins = SURGE.first + SURGE.later * index
  return (sinceDawn) => {
    const wave = 1 + WAVE * Math.sin((2 * Math.PI * sinceDawn) / (1.6 * HOUR) + phase)
    const minute = (sinceDawn / MINUTE - begins) % SURGE.every
    const surging = (minute + SURGE.every) % SURGE.every < SURGE.minutes
    return surging ? wave * surge : wave
  }
}

/** As many callers as the queue's people can take, times its load. */
export function naturalStream(day: Day, queue: Queue, spec: QueueSpec, index: number, callsPerHour?: number): Stream {
  const rush = createRush(day.pace.random, spec.surge, index)
  const dawn = day.pbx.now()
  const handling = DAY.talkMean + DAY.wrapUp + 6
  const perSecond =
    callsPerHour === undefined ? (spec.load * PRESENT * queue.members.length) / handling : callsPerHour / 3600
  const base = () => (day.pace.underLoad ? 0 : perSecond * day.pace.speed)
  return {
    queue,
    rate: (now) => base() * rush(now - dawn),
    highestRate: () => base() * (1 + WAVE) * Math.max(1, spec.surge),
  }
}
