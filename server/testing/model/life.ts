import { answer, callInside, complete, ring, ringOut } from './agent-life'
import { abandon, exitByKey, join, strangerLeaves } from './caller-life'
import { addMember, type Happening } from './choices'
import { changePenalty, comeOrGo, pause, unplug } from './member-life'
import type { ReferencePbx, RefQueue } from './reference-pbx'
import { enterRoom, leaveRoom, lockRoom, muteGuest, park, unpark } from './room-life'

/** Opens two to four queues with static members, some of them in several. */
export function openCentre(pbx: ReferencePbx): void {
  const { random } = pbx
  for (let number = 1; number <= 2 + random.below(3); number++) {
    const queue: RefQueue = {
      name: `q${number}`,
      weight: 0,
      completed: 0,
      abandoned: 0,
      members: new Map(),
      callers: [],
    }
    pbx.queues.set(queue.name, queue)
    for (let phone = 1; phone <= 6; phone++) if (random.chance(0.5)) addMember(pbx, queue, `PJSIP/10${phone}`, 'static')
  }
}

const HAPPENINGS: readonly (readonly [weight: number, Happening])[] = [
  [10, join],
  [4, abandon],
  [2, exitByKey],
  [12, ring],
  [8, answer],
  [3, ringOut],
  [6, complete],
  [3, callInside],
  [3, pause],
  [2, changePenalty],
  [2, comeOrGo],
  [2, unplug],
  [1, strangerLeaves],
  [4, enterRoom],
  [3, leaveRoom],
  [2, muteGuest],
  [1, lockRoom],
  [3, park],
  [2, unpark],
]
const WHOLE = HAPPENINGS.reduce((sum, [weight]) => sum + weight, 0)

/** One random thing happens. */
export function live(pbx: ReferencePbx): void {
  let at = pbx.random.next() * WHOLE
  for (const [weight, happening] of HAPPENINGS) {
    at -= weight
    if (at >= 0) continue
    happening(pbx)
    return
  }
}
