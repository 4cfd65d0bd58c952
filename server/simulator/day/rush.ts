import type { QueueSpec } from '../options'
import type { Queue } from '../pbx/records'
import type { Random } from '../random'
import type { Day, Stream } from './day'
import { DAY } from './pace'

/** Share of its people that a queue can count on: the others pause or are away. */
const PRESENT = 0.85
const HOUR = 3_600_000

/** Two waves on top of each other: rush hours, and the bursts within them. */
function createRush(random: Random): (sinceDawn: number) => number {
  const [slow, quick] = [random.between(0, 2 * Math.PI), random.between(0, 2 * Math.PI)]
  return (sinceDawn) => {
    const turns = (2 * Math.PI * sinceDawn) / HOUR
    return 1 + 0.3 * Math.sin(turns / 1.6 + slow) + 0.25 * Math.sin(turns * 2.4 + quick)
  }
}
const HIGHEST_RUSH = 1.55

/** As many callers as the queue's people can take, times its load. */
export function naturalStream(day: Day, queue: Queue, spec: QueueSpec, callsPerHour?: number): Stream {
  const rush = createRush(day.pace.random)
  const dawn = day.pbx.now()
  const handling = DAY.talkMean + DAY.wrapUp + 6
  const perSecond =
    callsPerHour === undefined ? (spec.load * PRESENT * queue.members.length) / handling : callsPerHour / 3600
  const base = () => (day.pace.underLoad ? 0 : perSecond * day.pace.speed)
  return { queue, rate: (now) => base() * rush(now - dawn), highestRate: () => base() * HIGHEST_RUSH }
}
