import type { LiveState } from '@/lib/domain/live-state'
import { HandCranked } from './hand-cranked'

type Devices = LiveState['devices']

/** Devices, the smallest record there is. */
export function devices(states: Record<string, string>): Devices {
  const records = Object.entries(states).map(([id, state]) => [id, { id, pbx: 'main', device: id, state }])
  return Object.fromEntries(records) as Devices
}

/** What the cache shows of a device. */
export function state(hand: HandCranked, id: string): string | undefined {
  return hand.cache.record('devices', id)?.state
}

/** A cache that shows devices a and b at change 7. */
export async function live(options?: ConstructorParameters<typeof HandCranked>[0]): Promise<HandCranked> {
  const hand = new HandCranked(options)
  hand.up()
  await hand.snapshot(7, { devices: devices({ a: 'inUse', b: 'notInUse' }) })
  hand.beat(7)
  return hand
}
