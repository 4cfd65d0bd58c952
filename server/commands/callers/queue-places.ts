import type { Clock } from '@/server/clock'
import type { EffectiveSettings } from '@/server/settings/types'
import { type Place, placeOf } from '../place'
import { CommandFailure, type PbxDoor } from '../types'

/** The dialplan changes seldom; read anew after this time, in ms. */
const FRESH_MS = 60_000
const LIST = 'ShowDialPlan'

type Found = { at: number; places: ReadonlyMap<string, Place> }
const found = new WeakMap<PbxDoor, Found>()

type Where = { door: PbxDoor; settings: EffectiveSettings; clock: Clock }

/** The place that leads into a queue: as the settings say, else the extension in whose steps the dialplan names it. */
export async function queuePlace({ door, settings, clock }: Where, queue: string): Promise<Place> {
  const { queueExtens } = settings.routes
  const setting = `routes.queueExtens.${queue}`
  if (Object.hasOwn(queueExtens, queue)) return placeOf(queueExtens[queue], setting)
  const place = (await placesOf(door, clock)).get(queue.toLowerCase())
  if (!place) throw new CommandFailure('notConfigured', setting)
  return place
}

/** Can a way into some queue be known at all? */
export function knowsQueuePlaces(door: PbxDoor, { routes }: EffectiveSettings): boolean {
  return Object.keys(routes.queueExtens).length > 0 || door.offers(LIST)
}

async function placesOf(door: PbxDoor, clock: Clock): Promise<Found['places']> {
  const known = found.get(door)
  if (known && clock.now() - known.at < FRESH_MS) return known.places
  if (!door.offers(LIST)) return new Map()
  const places = await readPlaces(door).catch(() => new Map<string, Place>())
  found.set(door, { at: clock.now(), places })
  return places
}

async function readPlaces(door: PbxDoor): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const { items } = await door.list({ action: LIST })
  for (const item of items) {
    if (item.get('Application')?.toLowerCase() !== 'queue') continue
    const [queue = ''] = (item.get('AppData') ?? '').split(',')
    const [exten, context] = [item.get('Extension'), item.get('Context')]
    // Patterns and variables lead where nobody can tell.
    if (!exten || !context || exten.startsWith('_') || !queue || queue.includes('$')) continue
    if (!places.has(queue.toLowerCase())) places.set(queue.toLowerCase(), { exten, context })
  }
  return places
}
