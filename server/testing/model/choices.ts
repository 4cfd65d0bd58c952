import { type RefCaller, type ReferencePbx, type RefMember, type RefQueue, snapshot } from './reference-pbx'

/** One thing that may happen in a call centre; nothing when there is nobody for it to happen to. */
export type Happening = (pbx: ReferencePbx) => void

export function addMember(
  pbx: ReferencePbx,
  queue: RefQueue,
  phone: string,
  membership: RefMember['membership'],
): RefMember {
  const member = { queue: queue.name, interface: phone, name: `Agent ${phone}`, membership }
  const fresh = { penalty: 0, paused: false, reason: '', callsTaken: 0, lastCall: 0, lastPause: 0, login: pbx.seconds }
  const whole = { ...member, ...fresh }
  queue.members.set(phone, whole)
  return whole
}

export function anyQueue(pbx: ReferencePbx): RefQueue {
  return pbx.random.pick([...pbx.queues.values()]) as RefQueue
}

export function anyMember(pbx: ReferencePbx, queue = anyQueue(pbx)) {
  return pbx.random.pick([...queue.members.values()])
}

/** Waiting, with nobody's phone ringing for them. */
export function anyIdleCaller(pbx: ReferencePbx): { queue: RefQueue; caller: RefCaller } | null {
  const queue = anyQueue(pbx)
  const busy = new Set(pbx.talks.map(({ caller }) => caller))
  const caller = pbx.random.pick(queue.callers.filter(({ channel }) => !busy.has(channel)))
  return caller ? { queue, caller } : null
}

export function leaveText(pbx: ReferencePbx, queue: RefQueue, caller: RefCaller): string {
  const position = queue.callers.indexOf(caller) + 1
  queue.callers.splice(position - 1, 1)
  const count = queue.callers.length
  return pbx.text('QueueCallerLeave', {
    ...snapshot(caller.channel),
    Queue: queue.name,
    Count: count,
    Position: position,
  })
}
