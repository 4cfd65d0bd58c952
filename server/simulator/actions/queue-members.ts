import { addMember, findMember, pauseMember, removeMember, setPenalty, setRingInUse } from '../pbx/members'
import type { Member } from '../pbx/records'
import { type Action, type ActionContext, isTrue, refuse, say } from './action'

function findQueue({ pbx, request }: ActionContext) {
  return pbx.queues.get(request.get('Queue'))
}

/** The member in the named queue, or in all of them when none is named. */
function membersNamed({ pbx, request }: ActionContext): Member[] {
  const name = request.get('Queue')
  const queues = [...pbx.queues.values()].filter((queue) => name === '' || queue.name === name)
  return queues.flatMap((queue) => findMember(queue, request.get('Interface')) ?? [])
}

/** A phone that the PBX does not know is accepted, as in Asterisk, and counts as not usable. */
function phoneOf({ pbx, request }: ActionContext) {
  const device = request.get('StateInterface') || request.get('Interface')
  const known = pbx.phones.get(device)
  if (known) return known
  const extension = device.replace(/^[^/]*\//, '')
  const person = request.get('MemberName') || request.get('Interface')
  return pbx.addPhone({ extension, device, person, state: 'INVALID' })
}

function queueAdd(context: ActionContext): void {
  const { pbx, request } = context
  const interfaceName = request.get('Interface')
  if (!request.get('Queue')) {
    refuse(context, "'Queue' not specified.")
    return
  }
  if (!interfaceName) {
    refuse(context, "'Interface' not specified.")
    return
  }
  const queue = findQueue(context)
  if (!queue) {
    refuse(context, 'Unable to add interface to queue: No such queue')
    return
  }
  if (findMember(queue, interfaceName)) {
    refuse(context, 'Unable to add interface: Already there')
    return
  }
  const paused = isTrue(request.get('Paused'))
  addMember(pbx, queue, phoneOf(context), interfaceName, {
    name: request.get('MemberName') || interfaceName,
    penalty: Math.max(0, Number.parseInt(request.get('Penalty'), 10) || 0),
    paused,
    pausedReason: paused ? request.get('Reason') : '',
  })
  say(context, 'Added interface to queue')
}

function queueRemove(context: ActionContext): void {
  const { pbx, request } = context
  if (!request.get('Queue') || !request.get('Interface')) {
    refuse(context, "Need 'Queue' and 'Interface' parameters.")
    return
  }
  const queue = findQueue(context)
  if (!queue) {
    refuse(context, 'Unable to remove interface from queue: No such queue')
    return
  }
  const member = findMember(queue, request.get('Interface'))
  if (!member) {
    refuse(context, 'Unable to remove interface: Not there')
    return
  }
  if (member.membership !== 'dynamic') {
    refuse(context, 'Member not dynamic')
    return
  }
  removeMember(pbx, member)
  say(context, 'Removed interface from queue')
}

function queuePause(context: ActionContext): void {
  const { pbx, request } = context
  if (!request.get('Interface') || !request.get('Paused')) {
    refuse(context, "Need 'Interface' and 'Paused' parameters.")
    return
  }
  const members = membersNamed(context)
  if (members.length === 0) {
    refuse(context, 'Interface not found')
    return
  }
  const paused = isTrue(request.get('Paused'))
  for (const member of members) pauseMember(pbx, member, paused, request.get('Reason'))
  say(context, `Interface ${paused ? 'paused' : 'unpaused'} successfully`)
}

function queuePenalty(context: ActionContext): void {
  const { pbx, request } = context
  if (!request.get('Interface') || !request.get('Penalty')) {
    refuse(context, "Need 'Interface' and 'Penalty' parameters.")
    return
  }
  const members = membersNamed(context)
  const penalty = Number.parseInt(request.get('Penalty'), 10) || 0
  if (members.length === 0 || penalty < 0) {
    refuse(context, 'Invalid interface, queuename or penalty')
    return
  }
  for (const member of members) setPenalty(pbx, member, penalty)
  say(context, 'Interface penalty set successfully')
}

function queueMemberRingInUse(context: ActionContext): void {
  const { pbx, request } = context
  if (!request.get('Interface') || !request.get('RingInUse')) {
    refuse(context, "Need 'Interface' and 'RingInUse' parameters.")
    return
  }
  const members = membersNamed(context)
  if (members.length === 0) {
    refuse(context, 'Invalid interface, queuename, or ringinuse value\n')
    return
  }
  for (const member of members) setRingInUse(pbx, member, isTrue(request.get('RingInUse')))
  say(context, 'Interface ringinuse set successfully')
}

export const QUEUE_MEMBER_ACTIONS: readonly Action[] = [
  { name: 'QueueAdd', synopsis: 'Add interface to queue.', run: queueAdd },
  { name: 'QueueMemberRingInUse', synopsis: 'Set the ringinuse value for a queue member.', run: queueMemberRingInUse },
  { name: 'QueuePause', synopsis: 'Makes a queue member temporarily unavailable.', run: queuePause },
  { name: 'QueuePenalty', synopsis: 'Set the penalty for a queue member.', run: queuePenalty },
  { name: 'QueueRemove', synopsis: 'Remove interface from queue.', run: queueRemove },
]
