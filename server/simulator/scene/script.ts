import { announce, setState, tell } from '../pbx/channels'
import { setDevice } from '../pbx/devices'
import { pauseMember } from '../pbx/members'
import type { Pbx } from '../pbx/pbx'
import type { Channel, Party, Phone, Visit } from '../pbx/records'
import { ring } from '../pbx/ringing'
import { answer } from '../pbx/talking'
import { lineOfCaller } from '../pbx/trunks'
import { changePriority, joinQueue } from '../pbx/waiting'
import { inventCaller } from '../people'
import type { SceneCaller, ScenePerson } from './scene-data'

/** How long a scene's phones ring before they are answered, in seconds. */
const RANG = 7
/** How long somebody talked before being put on hold, in seconds. */
const TALKED = 150

function join(pbx: Pbx, queueName: string, caller: Party): Visit | null {
  const queue = pbx.queues.get(queueName)
  if (!queue) return null
  const channel = pbx.createChannel(lineOfCaller(pbx), caller, { context: 'from-carrier', exten: queueName })
  pbx.processedCalls++
  announce(pbx, channel, 'Ring')
  setState(pbx, channel, 'Up')
  return joinQueue(pbx, queue, channel, 0)
}

/** Runs `act` so many seconds before `at`. */
function before(pbx: Pbx, at: number, seconds: number, act: () => void): void {
  pbx.scheduler.after(at - seconds * 1000 - pbx.now(), act)
}

export function scheduleWait(pbx: Pbx, queue: string, caller: SceneCaller, at: number): void {
  before(pbx, at, caller.waited, () => {
    const visit = join(pbx, queue, caller)
    if (visit && caller.priority !== undefined) changePriority(visit, caller.priority, false)
  })
}

/** The phone rings for the first in line. */
function scheduleRinging(pbx: Pbx, phone: Phone, at: number, seconds: number): void {
  before(pbx, at, seconds, () => {
    const member = phone.members[0]
    const visit = member?.queue.waiting.find(({ attempts }) => attempts.length === 0)
    if (member && visit) ring(pbx, visit, member)
  })
}

/** A caller joined and was answered `seconds` before `at`. */
function scheduleTalk(pbx: Pbx, person: ScenePerson, phone: Phone, at: number, seconds: number): void {
  const caller = inventCaller(pbx.random)
  before(pbx, at, seconds + RANG, () => {
    const visit = join(pbx, person.queues[0] ?? '', caller)
    const member = phone.members[0]
    if (!visit || !member) return
    const attempt = ring(pbx, visit, member)
    pbx.scheduler.after(RANG * 1000, () => {
      const talk = answer(pbx, visit, attempt)
      if (person.state === 'onHold') pbx.scheduler.after(TALKED * 1000, () => holdAgent(pbx, talk.visit.channel, phone))
    })
  })
}

/** The caller presses hold. Of all holds only this one is in the lists too: as the device's state. */
function holdAgent(pbx: Pbx, caller: Channel, phone: Phone): void {
  tell(pbx, 'Hold', caller, ['MusicClass', 'default'])
  setDevice(pbx, phone, 'ONHOLD')
}

/** What brought the person into the state of the scene. */
export function schedulePerson(pbx: Pbx, person: ScenePerson, phone: Phone, at: number): void {
  const { seconds } = person
  switch (person.state) {
    case 'ready':
      // Ready once the wrap-up was over.
      before(pbx, at, seconds + (phone.members[0]?.queue.wrapUpSeconds ?? 0), () => finishCall(pbx, phone))
      return
    case 'wrapUp':
      before(pbx, at, seconds, () => finishCall(pbx, phone))
      return
    case 'ringing':
      scheduleRinging(pbx, phone, at, seconds)
      return
    case 'onCall':
      scheduleTalk(pbx, person, phone, at, seconds)
      return
    case 'onHold':
      scheduleTalk(pbx, person, phone, at, seconds + TALKED)
      return
    case 'paused':
      before(pbx, at, seconds, () => {
        for (const member of phone.members) pauseMember(pbx, member, true, person.reason ?? '')
      })
      return
    case 'unavailable':
      before(pbx, at, seconds, () => setDevice(pbx, phone, 'UNAVAILABLE'))
      return
  }
}

function finishCall(pbx: Pbx, phone: Phone): void {
  phone.lastCall = pbx.seconds()
  for (const member of phone.members) Object.assign(member, { lastCall: phone.lastCall, callsTaken: 12 })
}
