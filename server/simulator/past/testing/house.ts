import { chooseQueues } from '../../queues'
import type { PastAgent, PastDay, PastHouse } from '../records'

const MIDNIGHT = Date.parse('2026-11-10T00:00Z')
export const HOUR = 3_600_000

/** Six people at two queues, one of them at both. */
export const HOUSE: PastHouse = {
  queues: chooseQueues(2),
  agents: Array.from({ length: 6 }, (_, place): PastAgent => {
    const queues = place === 0 ? ['support', 'sales'] : [place < 4 ? 'support' : 'sales']
    return { interface: `PJSIP/${201 + place}`, name: `Agent ${place}`, queues }
  }),
}

/** A Tuesday too long ago for anything to have gone wrong. */
export function aDay(over: Partial<PastDay> = {}): PastDay {
  const to = MIDNIGHT + 24 * HOUR
  return { from: MIDNIGHT, to, weekday: 2, ago: 20, busySince: Number.POSITIVE_INFINITY, ...over }
}
