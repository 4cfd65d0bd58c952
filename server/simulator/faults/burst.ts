import { announce, setState } from '../pbx/channels'
import { pauseMember } from '../pbx/members'
import type { Pbx } from '../pbx/pbx'
import type { Member, Queue } from '../pbx/records'
import { abandon, joinQueue } from '../pbx/waiting'
import { inventCaller } from '../people'

/** Sends at least `events` events, all of them true: pauses that begin and end, and callers who come and go at once. */
export function burst(pbx: Pbx, events: number): void {
  const queues = [...pbx.queues.values()]
  const until = pbx.eventsSent + events
  while (pbx.eventsSent < until) {
    const queue = pbx.random.pick(queues)
    if (pbx.random.chance(0.5)) callAndGo(pbx, queue)
    else if (queue.members.length > 0) pauseAndBack(pbx, pbx.random.pick(queue.members))
  }
}

function pauseAndBack(pbx: Pbx, member: Member): void {
  const { paused, pausedReason } = member
  pauseMember(pbx, member, !paused, 'burst')
  pauseMember(pbx, member, paused, pausedReason)
}

function callAndGo(pbx: Pbx, queue: Queue): void {
  const place = { context: 'from-carrier', exten: queue.name }
  const channel = pbx.createChannel('PJSIP/carrier', inventCaller(pbx.random), place)
  announce(pbx, channel, 'Ring')
  setState(pbx, channel, 'Up')
  abandon(pbx, joinQueue(pbx, queue, channel, 0), 'hungUp')
}
