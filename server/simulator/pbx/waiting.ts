import type { Header } from '../ami/message'
import { hangUp, requestHangup, tell } from './channels'
import { queueDeviceState, tellDevice } from './devices'
import type { Pbx } from './pbx'
import type { Channel, Queue, Visit } from './records'
import { cancelRinging } from './ringing'
import { channelHeaders } from './snapshots'

/** Callers of a higher priority stand before all of a lower one (app_queue.c, `insert_entry`). */
function insertByPriority(waiting: Visit[], visit: Visit): void {
  const behind = waiting.findIndex((other) => other.priority < visit.priority)
  waiting.splice(behind < 0 ? waiting.length : behind, 0, visit)
}

function tellCaller(pbx: Pbx, name: string, visit: Visit, ...more: Header[]): void {
  pbx.emit('agent', name, () => [...channelHeaders(visit.channel), ['Queue', visit.queue.name], ...more])
}

function positionOf(visit: Visit): number {
  return visit.queue.waiting.indexOf(visit) + 1
}

/** Whole seconds of the wait so far, as Asterisk counts them: a difference of clock seconds. */
export function waitedSeconds(pbx: Pbx, visit: Visit): number {
  return pbx.seconds() - Math.floor(visit.joinedAt / 1000)
}

export function joinQueue(pbx: Pbx, queue: Queue, channel: Channel, priority: number): Visit {
  const visit: Visit = {
    queue,
    channel,
    joinedAt: pbx.now(),
    originalPosition: 0,
    priority,
    attempts: [],
    timers: [],
  }
  insertByPriority(queue.waiting, visit)
  visit.originalPosition = positionOf(visit)
  channel.priority = 3
  channel.application = 'Queue'
  channel.data = `${queue.name},tTkK,,,600`
  channel.role = { kind: 'waiting', visit }
  channel.onHangup = () => abandon(pbx, visit, 'hungUp')
  if (queue.waiting.length === 1) tellDevice(pbx, `Queue:${queue.name}`, queueDeviceState(queue))
  tellCaller(pbx, 'QueueCallerJoin', visit, ['Position', visit.originalPosition], ['Count', queue.waiting.length])
  tell(pbx, 'MusicOnHoldStart', channel, ['Class', 'default'])
  return visit
}

/** Nobody moves unless `immediate` says so, and no event tells it. */
export function changePriority(visit: Visit, priority: number, immediate: boolean): void {
  visit.priority = priority
  if (!immediate) return
  const { waiting } = visit.queue
  waiting.splice(waiting.indexOf(visit), 1)
  insertByPriority(waiting, visit)
}

/** Out of the line, whatever comes next. */
export function leaveQueue(pbx: Pbx, visit: Visit): void {
  const { queue } = visit
  const position = positionOf(visit)
  queue.waiting.splice(position - 1, 1)
  for (const cancel of visit.timers.splice(0)) cancel()
  if (queue.waiting.length === 0) tellDevice(pbx, `Queue:${queue.name}`, queueDeviceState(queue))
  tellCaller(pbx, 'QueueCallerLeave', visit, ['Position', position], ['Count', queue.waiting.length])
}

/** How a wait ends without an agent. */
type Loss = 'hungUp' | 'timedOut' | 'withdrawn' | 'redirected'

/** The caller is lost; after a redirection the channel lives on. */
export function abandon(pbx: Pbx, visit: Visit, loss: Loss): void {
  const { queue, channel } = visit
  if (loss === 'hungUp') requestHangup(pbx, channel)
  cancelRinging(pbx, visit, null)
  const waited = waitedSeconds(pbx, visit)
  queue.abandoned++
  if (waited <= queue.serviceLevel) queue.abandonedInLevel++
  tellCaller(
    pbx,
    'QueueCallerAbandon',
    visit,
    ['Position', positionOf(visit)],
    ['OriginalPosition', visit.originalPosition],
    ['HoldTime', waited],
  )
  tell(pbx, 'MusicOnHoldStop', channel)
  leaveQueue(pbx, visit)
  channel.onHangup = null
  if (loss !== 'redirected') hangUp(pbx, channel, 16)
}

/** A key that the queue's context knows: out of the line with neither an abandon nor an answer. */
export function leaveByKey(pbx: Pbx, visit: Visit): void {
  cancelRinging(pbx, visit, null)
  tell(pbx, 'MusicOnHoldStop', visit.channel)
  leaveQueue(pbx, visit)
  hangUp(pbx, visit.channel, 16)
}
