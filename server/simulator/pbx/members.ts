import type { Pbx } from './pbx'
import type { Member, Phone, Queue } from './records'
import { memberHeaders } from './snapshots'

type MemberOptions = Partial<Pick<Member, 'membership' | 'penalty' | 'paused' | 'pausedReason' | 'name'>>

/** Interfaces compare without case (app_queue.c, `interface_exists`). */
export function findMember(queue: Queue, interfaceName: string): Member | undefined {
  const wanted = interfaceName.toLowerCase()
  return queue.members.find((member) => member.interface.toLowerCase() === wanted)
}

function tellMember(pbx: Pbx, name: string, member: Member): void {
  pbx.emit('agent', name, () => memberHeaders(member))
}

/** `interfaceName` may be more than the phone's device, such as `Local/201@agents/n`. */
export function addMember(
  pbx: Pbx,
  queue: Queue,
  phone: Phone,
  interfaceName: string,
  options: MemberOptions = {},
): Member {
  const member: Member = {
    queue,
    phone,
    name: options.name ?? phone.person,
    interface: interfaceName,
    membership: options.membership ?? 'dynamic',
    penalty: options.penalty ?? 0,
    callsTaken: 0,
    lastCall: 0,
    lastPause: options.paused ? pbx.seconds() : 0,
    loginTime: pbx.seconds(),
    inCall: false,
    paused: options.paused ?? false,
    pausedReason: options.pausedReason ?? '',
    ringInUse: false,
  }
  queue.members.push(member)
  phone.members.push(member)
  tellMember(pbx, 'QueueMemberAdded', member)
  pbx.onAvailable(queue)
  return member
}

export function removeMember(pbx: Pbx, member: Member): void {
  member.queue.members = member.queue.members.filter((other) => other !== member)
  member.phone.members = member.phone.members.filter((other) => other !== member)
  tellMember(pbx, 'QueueMemberRemoved', member)
}

/** Pausing a paused member starts the pause anew and replaces the reason (app_queue.c, `set_queue_member_pause`). */
export function pauseMember(pbx: Pbx, member: Member, paused: boolean, reason: string): void {
  member.paused = paused
  member.pausedReason = paused ? reason : ''
  if (paused) member.lastPause = pbx.seconds()
  tellMember(pbx, 'QueueMemberPause', member)
  if (!paused) pbx.onAvailable(member.queue)
}

export function setPenalty(pbx: Pbx, member: Member, penalty: number): void {
  member.penalty = penalty
  tellMember(pbx, 'QueueMemberPenalty', member)
}

export function setRingInUse(pbx: Pbx, member: Member, ringInUse: boolean): void {
  member.ringInUse = ringInUse
  tellMember(pbx, 'QueueMemberRinginuse', member)
}
