import type { Random } from '../random'
import type { Break } from './agent'
import { HOUR, type Stretch } from './hours'

const MINUTE = 60_000

/** Breaks of one shift, with their moments; `place` keeps people from having lunch all at once. */
export function breaksOf({ from, to }: Stretch, place: number, random: Random): (Break & { at: number })[] {
  const length = to - from
  const pause = (at: number, reason: string, minutes: number, state: Break['state'] = 'paused') => ({
    ...{ at: from + at, state, reason: state === 'paused' ? reason : null },
    ms: minutes * random.between(0.8, 1.25) * MINUTE,
  })
  const breaks = [
    pause((1.6 + (place % 5) * 0.25) * HOUR, 'break', 12),
    pause((3.5 + (place % 6) * 0.4) * HOUR, 'lunch', 30),
    pause((6.2 + (place % 4) * 0.3) * HOUR, place % 3 === 0 ? 'coffee' : 'break', 10),
  ]
  if (random.chance(0.2)) breaks.push(pause(random.between(1, 6) * HOUR, 'training', 45))
  if (random.chance(0.3)) breaks.push(pause(random.between(1, 6) * HOUR, 'meeting', 25))
  if (random.chance(0.35)) breaks.push(pause(random.between(1, 7) * HOUR, 'back office', 18))
  if (random.chance(0.12)) breaks.push(pause(random.between(0.5, 7) * HOUR, '', 4, 'unavailable'))
  return breaks.filter(({ at, ms }) => at + ms < from + length - 10 * MINUTE)
}
