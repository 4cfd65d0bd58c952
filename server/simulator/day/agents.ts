import { PAUSE_REASONS } from '../names'
import { setDevice } from '../pbx/devices'
import { addMember, pauseMember, removeMember } from '../pbx/members'
import type { Member, Phone, Queue } from '../pbx/records'
import type { Day } from './day'
import { DAY } from './pace'

/** What a person does besides taking calls, over and over. */
export function startAgent(day: Day, phone: Phone): void {
  repeat(day, DAY.betweenPauses, () => pause(day, phone))
  repeat(day, DAY.betweenOutages, () => disconnect(day, phone))
  repeat(day, DAY.betweenShifts, () => logOut(day, phone))
}

function repeat(day: Day, mean: number, act: () => void): void {
  day.pbx.scheduler.after(day.pace.exponential(mean), () => {
    act()
    repeat(day, mean, act)
  })
}

/** Who plans the breaks leaves at least two thirds at the phones. */
function tooManyPause(queue: Queue): boolean {
  return queue.members.filter((member) => member.paused).length + 1 > queue.members.length / 3
}

/** In all queues at once, as a `QueuePause` without a queue does. */
function pause(day: Day, phone: Phone): void {
  const { pbx, pace } = day
  if (phone.members.some((member) => member.paused || tooManyPause(member.queue))) return
  const reason = pace.random.pick(PAUSE_REASONS)
  for (const member of phone.members) pauseMember(pbx, member, true, reason)
  pbx.scheduler.after(pace.logNormal(reason === 'lunch' ? 1500 : 420, 0.5), () => {
    for (const member of phone.members) if (member.paused) pauseMember(pbx, member, false, '')
  })
}

/** A phone loses its registration for a while. */
function disconnect(day: Day, phone: Phone): void {
  const { pbx, pace } = day
  if (phone.channel || phone.state !== 'NOT_INUSE') return
  setDevice(pbx, phone, 'UNAVAILABLE')
  pbx.scheduler.after(pace.logNormal(240, 0.7), () => {
    setDevice(pbx, phone, 'NOT_INUSE')
    for (const member of phone.members) pbx.onAvailable(member.queue)
  })
}

/** Dynamic members leave their queues and come back. */
function logOut(day: Day, phone: Phone): void {
  const { pbx, pace } = day
  if (phone.channel) return
  const left = phone.members.filter((member) => member.membership === 'dynamic')
  for (const member of left) removeMember(pbx, member)
  pbx.scheduler.after(pace.logNormal(2400, 0.4), () => {
    for (const member of left) logIn(day, member)
  })
}

function logIn({ pbx }: Day, { queue, phone, interface: name, penalty }: Member): void {
  if (queue.members.some((other) => other.interface === name)) return
  addMember(pbx, queue, phone, name, { penalty })
}
