import { addMember, anyMember, anyQueue, type Happening } from './choices'
import type { ReferencePbx } from './reference-pbx'

const REASONS = ['lunch', "coach'ing", '']

export const pause: Happening = (pbx) => {
  const member = anyMember(pbx)
  if (!member) return
  member.paused = !member.paused
  member.reason = member.paused ? (pbx.random.pick(REASONS) ?? '') : ''
  member.lastPause = pbx.seconds
  pbx.emit('QueueMemberPause', pbx.memberHeaders(member))
}

export const changePenalty: Happening = (pbx) => {
  const member = anyMember(pbx)
  if (!member) return
  member.penalty = pbx.random.below(5)
  pbx.emit('QueueMemberPenalty', pbx.memberHeaders(member))
}

export const comeOrGo: Happening = (pbx) => {
  const queue = anyQueue(pbx)
  const phone = `PJSIP/12${pbx.random.below(3)}`
  const known = queue.members.get(phone)
  if (known && pbx.status(phone) !== 1) return
  const member = known ?? addMember(pbx, queue, phone, 'dynamic')
  if (known) queue.members.delete(phone)
  pbx.emit(known ? 'QueueMemberRemoved' : 'QueueMemberAdded', pbx.memberHeaders(member))
}

export const unplug: Happening = (pbx) => {
  const phone = `PJSIP/10${1 + pbx.random.below(6)}`
  if (pbx.status(phone) !== 1 && pbx.status(phone) !== 5) return
  if (!pbx.unavailable.delete(phone)) pbx.unavailable.add(phone)
  pbx.tell(...pbx.statusTexts(phone))
}

/** `queue reload all` after the file changed: members come, go and change without an event. */
export function reloadSilently(pbx: ReferencePbx): void {
  const queue = anyQueue(pbx)
  const phone = `PJSIP/13${pbx.random.below(3)}`
  if (!queue.members.delete(phone)) addMember(pbx, queue, phone, 'static')
  const member = anyMember(pbx, queue)
  if (member) Object.assign(member, { penalty: 7, login: pbx.seconds })
  queue.weight = pbx.random.below(10)
}
