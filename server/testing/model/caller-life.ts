import { anyIdleCaller, anyQueue, type Happening, leaveText } from './choices'
import { snapshot } from './reference-pbx'

const NAMES = ["Tom O'Brien", 'Ίρις "Q"', 'a\\b', 'Дарья', '', '<img onerror>']

export const join: Happening = (pbx) => {
  const queue = anyQueue(pbx)
  const number = `+33${pbx.random.below(1000)}`
  const channel = pbx.newChannel('PJSIP/carrier', number, pbx.random.pick(NAMES) ?? '', 4)
  pbx.answer(channel)
  queue.callers.push({ channel, joinedAt: pbx.seconds * 1000 })
  const count = queue.callers.length
  const text = pbx.text('QueueCallerJoin', { ...snapshot(channel), Queue: queue.name, Position: count, Count: count })
  pbx.tell(text)
  if (pbx.random.chance(0.1)) pbx.tell(text)
}

export const abandon: Happening = (pbx) => {
  const found = anyIdleCaller(pbx)
  if (!found) return
  const { queue, caller } = found
  pbx.emit('HangupRequest', snapshot(caller.channel))
  const position = queue.callers.indexOf(caller) + 1
  const times = { Position: position, OriginalPosition: position, HoldTime: 1 }
  pbx.emit('QueueCallerAbandon', { ...snapshot(caller.channel), Queue: queue.name, ...times })
  queue.abandoned += 1
  pbx.tell(leaveText(pbx, queue, caller), pbx.hangUp(caller.channel))
}

export const exitByKey: Happening = (pbx) => {
  const found = anyIdleCaller(pbx)
  if (!found) return
  pbx.tell(leaveText(pbx, found.queue, found.caller), pbx.hangUp(found.caller.channel))
}

/** A leave of somebody nobody knows, such as one that came while we were away. */
export const strangerLeaves: Happening = (pbx) => {
  const queue = anyQueue(pbx)
  const count = queue.callers.length
  pbx.emit('QueueCallerLeave', { Channel: 'PJSIP/x-1', Uniqueid: '1.1', Queue: queue.name, Count: count, Position: 1 })
}
