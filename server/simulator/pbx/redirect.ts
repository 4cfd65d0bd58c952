import { destroyBridge, hangUp, leaveBridge, tell } from './channels'
import type { Pbx } from './pbx'
import type { Channel, Talk } from './records'
import { countTalk, freePhone, tellComplete } from './talking'
import { abandon, joinQueue } from './waiting'

/** How long the dialplan keeps a channel that was sent to an extension without a queue, in ms. */
const STAY = 30_000

type Place = { context: string; exten: string }

/** Only callers of a queue can be redirected here; the others are refused rather than half done. */
export function canRedirect(channel: Channel): boolean {
  return channel.role !== null
}

/** Sends a caller's channel to another extension; one named like a queue joins that queue. */
export function redirect(pbx: Pbx, channel: Channel, place: Place): void {
  const { role } = channel
  channel.role = null
  if (role?.kind === 'waiting') abandon(pbx, role.visit, 'redirected')
  if (role?.kind === 'talking') leaveTalk(pbx, role.talk)
  // `AgentComplete` waits until the redirected channel is gone, and then no longer knows the agent's (app_queue.c).
  const complete = role?.kind === 'talking' ? () => tellComplete(pbx, role.talk, 'caller', false) : () => {}
  moveOn(pbx, channel, place, complete)
}

function moveOn(pbx: Pbx, channel: Channel, place: Place, beforeEnd: () => void): void {
  Object.assign(channel, place, { priority: 1, application: 'Wait', data: '30' })
  const queue = pbx.queues.get(place.exten)
  if (queue) {
    beforeEnd()
    joinQueue(pbx, queue, channel, 0)
    pbx.onAvailable(queue)
    return
  }
  const undo = pbx.scheduler.after(STAY, () => channel.onHangup?.())
  channel.onHangup = () => {
    undo()
    beforeEnd()
    hangUp(pbx, channel, 16)
  }
}

/** The caller leaves the bridge, and the agent, now alone, is hung up: the queue's counters take the call at once. */
function leaveTalk(pbx: Pbx, talk: Talk): void {
  for (const cancel of talk.visit.timers.splice(0)) cancel()
  leaveBridge(pbx, talk.visit.channel)
  leaveBridge(pbx, talk.channel)
  destroyBridge(pbx, talk.bridge)
  tell(pbx, 'SoftHangupRequest', talk.channel, ['Cause', 16])
  hangUp(pbx, talk.channel, 16)
  countTalk(pbx, talk)
  freePhone(pbx, talk)
}
