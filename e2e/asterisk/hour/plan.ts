import { Seeded } from '@/server/testing/model/seeded'
import type { AsteriskVersion } from '../rig/root'

/** What happens on the floor besides callers who come. */
export const DEEDS = [
  'pressKey',
  'moveAway',
  'moveToQueue',
  'withdraw',
  'transferBlind',
  'transferToQueue',
  'transferAttended',
  'redirectTalk',
  'parkTalk',
  'agentHangsUp',
  'pause',
  'unpause',
  'reload',
] as const
export type Deed = (typeof DEEDS)[number]

/** One act of the hour; `at` in seconds from its beginning. */
export type Act =
  | { kind: 'call'; at: number; queue: string; hangUpAfter: number; number: string }
  | { kind: 'deed'; at: number; deed: Deed }
  | { kind: 'restartAsterisk'; at: number; how: 'stop' | 'kill' }
  | { kind: 'killProduct'; at: number }

/** `queue*priority*seconds*next`: the queue lets the caller go after so many seconds, into the next one. */
const DOORS: readonly { door: string; weight: number }[] = [
  { door: 'support', weight: 5 },
  { door: 'sales', weight: 3 },
  { door: 'billing', weight: 3 },
  { door: 'support*5', weight: 1 },
  { door: 'night*0*6', weight: 2 },
  { door: 'night*0*4*sales', weight: 1 },
  { door: 'support*0*8*billing', weight: 1 },
  { door: 'empty', weight: 1 },
]
const WEIGHTS = DOORS.flatMap(({ door, weight }) => Array.from({ length: weight }, () => door))

/**
 * A floor of some `seconds`, the same for the same seed: callers every `everySeconds` on average, deeds in between, and in
 * its middle a restart of Asterisk and one of the product.
 */
export function planOf(seed: number, seconds: number, everySeconds: number, version: AsteriskVersion): Act[] {
  const random = new Seeded(seed)
  const acts: Act[] = []
  let number = 0
  for (let at = 0; at < seconds; at += everySeconds * (0.2 + 1.6 * random.next())) {
    number += 1
    acts.push({
      kind: 'call',
      at,
      queue: random.pick(WEIGHTS) ?? 'support',
      hangUpAfter: stayOf(random),
      number: `49301${number}`,
    })
  }
  const possible = DEEDS.filter((deed) => deed !== 'withdraw' || version === '22')
  for (let at = 3; at < seconds; at += everySeconds * (0.5 + random.next())) {
    acts.push({ kind: 'deed', at, deed: random.pick(possible) ?? 'pause' })
  }
  acts.push({ kind: 'restartAsterisk', at: seconds * 0.4, how: 'stop' })
  acts.push({ kind: 'killProduct', at: seconds * 0.6 })
  acts.push({ kind: 'restartAsterisk', at: seconds * 0.8, how: 'kill' })
  return acts.sort((one, other) => one.at - other.at)
}

/** Some have no patience, most a little, a few much. */
function stayOf(random: Seeded): number {
  return random.pick([1, 2, 3, 5, 8, 12, 12, 20, 20, 30]) ?? 1
}
