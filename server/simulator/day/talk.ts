import type { Phone, Talk } from '../pbx/records'
import { endTalk, hold, unhold } from '../pbx/talking'
import { blindTransfer } from '../pbx/transfer'
import type { Day } from './day'
import { DAY } from './pace'

/** A talk from the answer to its end: perhaps on hold in between, perhaps sent on to somebody else. */
export function talk(day: Day, call: Talk): void {
  const { pbx, pace } = day
  const length = pace.logNormal(DAY.talkMedian, DAY.talkSpread)
  if (pace.random.chance(0.15)) holdWithin(day, call, length)
  const by = pace.random.chance(0.6) ? 'caller' : 'agent'
  const transfers = pace.random.chance(0.05)
  call.visit.timers.push(
    pbx.scheduler.after(length, () => {
      const target = transfers ? day.backOffice.find((phone) => phone.state === 'NOT_INUSE') : undefined
      if (target) sendOn(day, call, target)
      else endTalk(pbx, call, by)
    }),
  )
}

function holdWithin(day: Day, call: Talk, length: number): void {
  const { pbx, pace } = day
  const begins = length * pace.random.between(0.2, 0.6)
  const ends = begins + Math.min(length * 0.3, pace.between(15, 80))
  call.visit.timers.push(
    pbx.scheduler.after(begins, () => hold(pbx, call)),
    pbx.scheduler.after(ends, () => unhold(pbx, call)),
  )
}

function sendOn({ pbx, pace }: Day, call: Talk, target: Phone): void {
  const answers = { how: 'answers', ms: pace.between(2, 8) } as const
  blindTransfer(pbx, call, target, answers, pace.logNormal(120, 0.5) + pace.ms(10))
}
