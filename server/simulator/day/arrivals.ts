import { announce, hangUp, requestHangup, setState } from '../pbx/channels'
import type { Queue, Visit } from '../pbx/records'
import { lineOfCaller } from '../pbx/trunks'
import { abandon, joinQueue, leaveByKey } from '../pbx/waiting'
import { inventCaller } from '../people'
import type { Day, Stream } from './day'
import { DAY } from './pace'

/** Callers come independently of each other; a rate that changes is thinned out of its highest (Lewis and Shedler). */
export function startArrivals(day: Day, stream: Stream): void {
  const { pbx, pace } = day
  const next = () => {
    const highest = stream.highestRate()
    const wait = highest > 0 ? 1000 * pace.random.exponential(1 / highest) : 60_000
    pbx.scheduler.after(Math.min(wait, 60_000), () => {
      if (wait <= 60_000 && pace.random.chance(stream.rate(pbx.now()) / highest)) placeCall(day, stream.queue)
      next()
    })
  }
  next()
}

/** A call comes in, is answered by the dialplan and joins the queue half a second later. */
export function placeCall(day: Day, queue: Queue): void {
  const { pbx, pace } = day
  const channel = pbx.createChannel(lineOfCaller(pbx), inventCaller(pace.random), {
    context: 'from-carrier',
    exten: queue.name,
  })
  pbx.processedCalls++
  announce(pbx, channel, 'Ring')
  channel.priority = 2
  channel.application = 'Answer'
  setState(pbx, channel, 'Up')
  const undo = pbx.scheduler.after(pace.ms(0.5), () => {
    const visit = joinQueue(pbx, queue, channel, pace.random.chance(0.05) ? 10 : 0)
    losePatience(day, visit)
    pbx.onAvailable(queue)
  })
  channel.onHangup = () => {
    undo()
    requestHangup(pbx, channel)
    hangUp(pbx, channel, 16)
  }
}

/** Everybody gives up some day: most by hanging up, a few by the key that leads out of the line. */
function losePatience(day: Day, visit: Visit): void {
  const { pbx, pace } = day
  const patience = pace.ms(5) + pace.exponential(DAY.patienceMean)
  const byKey = pace.random.chance(0.06)
  const end = () => (byKey ? leaveByKey(pbx, visit) : abandon(pbx, visit, 'hungUp'))
  visit.timers.push(pbx.scheduler.after(patience, end))
}
