import type { PbxName } from '@/lib/domain/ids'
import type { ParkedCall, ParkingLot } from '@/lib/domain/parking'

/** One slot of a lot, and who stands there; `null`: free. */
export type Place = { slot: string; parked: ParkedCall | null }

/** A lot as it is shown. What is not told of it is `null`. */
export type Lot = {
  key: string
  pbx: PbxName
  name: string
  timeoutSeconds: number | null
  slots: number | null
  taken: number
  /** By their numbers: all slots of a lot of this size, of a larger one only those that are taken. */
  places: readonly Place[]
}

/** Free slots of larger lots are counted and not drawn. */
const MOST_DRAWN = 24
/** Free slots that are counted only. */
export function freeNotDrawn({ slots, taken }: Lot): number {
  return slots !== null && slots > MOST_DRAWN ? Math.max(0, slots - taken) : 0
}

/** The lot that every Asterisk has comes first (res_parking.so, `parkedcalls`). */
const DEFAULT_LOT = 'default'

/** All lots with their slots, the default one first; calls in a lot that is not told of make one of their own. */
export function lotsOf(known: readonly ParkingLot[], parked: readonly ParkedCall[]): Lot[] {
  const lots = new Map<string, Lot>()
  for (const { pbx, name, timeoutSeconds, first, last } of known) {
    const slots = Math.max(0, last - first + 1)
    const places = slots > MOST_DRAWN ? [] : Array.from({ length: slots }, (_, i) => free(String(first + i)))
    lots.set(keyOf(pbx, name), { key: keyOf(pbx, name), pbx, name, timeoutSeconds, slots, taken: 0, places })
  }
  for (const call of parked) {
    const key = keyOf(call.pbx, call.lot)
    const lot = lots.get(key) ?? { ...unknownLot(call), key }
    const places = lot.places.filter(({ slot }) => slot !== call.slot)
    lots.set(key, { ...lot, taken: lot.taken + 1, places: [...places, { slot: call.slot, parked: call }] })
  }
  const all = [...lots.values()].map((lot) => ({ ...lot, places: lot.places.toSorted(bySlot) }))
  return all.sort((one, other) => rank(one) - rank(other) || compare(one.key, other.key))
}

function free(slot: string): Place {
  return { slot, parked: null }
}

function unknownLot({ pbx, lot }: ParkedCall): Omit<Lot, 'key'> {
  return { pbx, name: lot, timeoutSeconds: null, slots: null, taken: 0, places: [] }
}

function keyOf(pbx: string, name: string): string {
  return `${pbx} ${name}`
}

function rank({ name }: Lot): number {
  return name === DEFAULT_LOT ? 0 : 1
}

const { compare } = new Intl.Collator('en', { numeric: true })

function bySlot(one: Place, other: Place): number {
  return compare(one.slot, other.slot)
}
