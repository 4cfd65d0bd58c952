import type { Attempt, Member, Phone, Queue, Visit } from '../pbx/records'
import { ring, ringOut } from '../pbx/ringing'
import { answer } from '../pbx/talking'
import type { Day } from './day'
import { DAY } from './pace'
import { talk } from './talk'

/** Hands waiting callers to free members, as app_queue does with `autofill = yes`. */
export function startDispatch(day: Day): void {
  const { pbx, pace } = day
  const due = new Set<Queue>()
  pbx.onAvailable = (queue) => {
    if (due.has(queue)) return
    due.add(queue)
    pbx.scheduler.after(pace.ms(0.1), () => {
      due.delete(queue)
      serve(day, queue)
    })
  }
  pbx.onFree = (phone) => serveAfterCall(day, phone)
}

/** Callers of all the phone's queues are looked at again: at once, and when its wrap-up is over. */
function serveAfterCall({ pbx, pace }: Day, phone: Phone): void {
  for (const { queue } of phone.members) {
    pbx.onAvailable(queue)
    pbx.scheduler.after(pace.ms(queue.wrapUpSeconds), () => pbx.onAvailable(queue))
  }
}

function isFree(day: Day, member: Member): boolean {
  const { phone, paused, queue } = member
  if (paused || phone.channel || phone.state !== 'NOT_INUSE') return false
  return day.pbx.now() >= phone.lastCall * 1000 + day.pace.ms(queue.wrapUpSeconds)
}

/** Lowest penalty first, then who has been idle longest; `ringall` takes all of the lowest penalty. */
function chooseMembers(day: Day, queue: Queue): Member[] {
  const free = queue.members.filter((member) => isFree(day, member))
  free.sort((one, other) => one.penalty - other.penalty || one.phone.lastCall - other.phone.lastCall)
  if (queue.strategy !== 'ringall') return free.slice(0, 1)
  return free.filter((member) => member.penalty === free[0]?.penalty)
}

function serve(day: Day, queue: Queue): void {
  for (const visit of [...queue.waiting]) {
    if (visit.attempts.length > 0) continue
    const members = chooseMembers(day, queue)
    if (members.length === 0) return
    for (const member of members) tryMember(day, visit, member)
  }
}

function tryMember(day: Day, visit: Visit, member: Member): void {
  const { pbx, pace } = day
  const attempt = ring(pbx, visit, member)
  const answers = pace.random.chance(0.97)
  const rings = answers ? pace.between(1.5, 7) : pace.ms(DAY.ringTimeout)
  attempt.cancelTimer = pbx.scheduler.after(rings, () => {
    if (answers) return talk(day, answer(pbx, visit, attempt))
    missCall(day, visit, attempt)
  })
}

function missCall(day: Day, visit: Visit, attempt: Attempt): void {
  const { pbx, pace } = day
  ringOut(pbx, visit, attempt)
  visit.timers.push(pbx.scheduler.after(pace.ms(DAY.retry), () => pbx.onAvailable(visit.queue)))
}
