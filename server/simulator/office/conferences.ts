import type { Conference, Participant } from '../pbx/conference-records'
import { joinConference, leaveConference, setMuted, setTalking } from '../pbx/conferences'
import type { Channel } from '../pbx/records'
import { inventCaller } from '../people'
import { comeIn, lift } from './lift'
import { every, freePhones, type OfficeDay } from './office-pace'

const ROOM = '600'
/** Seconds between two meetings, and how long one lasts. */
const BETWEEN = 25 * 60
const LASTS = 11 * 60
const PEOPLE = 3

/** Some of the offices and somebody from outside meet in a room now and then. */
export function startConferences(day: OfficeDay): void {
  every(day, BETWEEN, () => meet(day))
}

function meet(day: OfficeDay): void {
  const { pbx, pace } = day
  if (pbx.conferences.has(ROOM)) return
  const length = pace.logNormal(LASTS, 0.3)
  for (let number = 0; number < PEOPLE; number++) {
    pbx.scheduler.after(pace.between(0, 20) + pace.ms(number * 15), () => {
      const [phone] = freePhones(day)
      if (phone) join(day, lift(pbx, phone, ROOM), length, number === 0)
    })
  }
  pbx.scheduler.after(pace.between(60, 120), () => {
    if (pbx.conferences.has(ROOM)) join(day, comeIn(pbx, inventCaller(pace.random), ROOM), length, false)
  })
}

function join(day: OfficeDay, channel: Channel, length: number, admin: boolean): void {
  const { pbx, pace } = day
  const participant = joinConference(pbx, channel, ROOM, { admin, marked: admin })
  const conference = pbx.conferences.get(ROOM)
  if (!participant || !conference) return
  const leaves = pbx.scheduler.after(length + pace.between(0, 30), () => leaveConference(pbx, conference, participant))
  participant.channel.onGone.add(leaves)
  if (!admin && pace.random.chance(0.3)) setMuted(pbx, conference, participant, true)
  speak(day, conference, participant)
}

/** Talks and listens in turn, as long as it is there. */
function speak(day: OfficeDay, conference: Conference, participant: Participant): void {
  const { pbx, pace } = day
  const next = participant.talking ? pace.logNormal(9, 0.6) : pace.logNormal(24, 0.7)
  const undo = pbx.scheduler.after(next, () => {
    participant.channel.onGone.delete(undo)
    if (!conference.participants.includes(participant)) return
    if (!participant.muted) setTalking(pbx, conference, participant, !participant.talking)
    speak(day, conference, participant)
  })
  participant.channel.onGone.add(undo)
}
