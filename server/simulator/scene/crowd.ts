import type { SceneCrowd, ScenePerson } from './scene-data'

/** Of those on call, every so-manyth is doing something next to it. */
const RINGING_EVERY = 8
const HOLD_EVERY = 14
const WRAP_UP_EVERY = 12

/** People for queues that only say how many: names in turn, and seconds that do not repeat. */
export function crowdPeople(crowds: readonly SceneCrowd[], names: readonly string[]): ScenePerson[] {
  const people: ScenePerson[] = []
  const add = (queue: string, state: ScenePerson['state'], seconds: number) => {
    const name = names[people.length] ?? 'Nobody'
    people.push({ name, state, seconds, queues: [queue], ...(state === 'paused' ? { reason: 'lunch' } : {}) })
  }
  let busy = 0
  for (const { queue, waiting, ready, onCall, paused } of crowds) {
    for (let index = 0; index < ready; index++) add(queue, 'ready', 125 + ((people.length * 53) % 400))
    for (let index = 0; index < onCall; index++) {
      const state = busyState(++busy, waiting > 0)
      add(queue, state, state === 'ringing' ? 6 : state === 'wrapUp' ? 18 : 30 + ((people.length * 71) % 500))
    }
    for (let index = 0; index < paused; index++) add(queue, 'paused', 300 + ((people.length * 97) % 1500))
  }
  return people
}

function busyState(number: number, somebodyWaits: boolean): ScenePerson['state'] {
  if (somebodyWaits && number % RINGING_EVERY === 0) return 'ringing'
  if (number % HOLD_EVERY === 0) return 'onHold'
  if (number % WRAP_UP_EVERY === 0) return 'wrapUp'
  return 'onCall'
}
