import type { Happening } from './choices'
import type { Headers } from './message-text'
import { type ReferencePbx, type RefGuest, type RefRoom, snapshot } from './reference-pbx'

const ROOMS = ['600', '601']
const SLOTS = ['701', '702', '703', '704']

export const enterRoom: Happening = (pbx) => {
  const { random } = pbx
  const name = random.pick(ROOMS) as string
  const channel = pbx.newChannel('PJSIP/desk', `40${random.below(10)}`, '', 4)
  pbx.answer(channel)
  let room = pbx.rooms.get(name)
  if (!room) {
    room = { name, locked: false, guests: [] }
    pbx.rooms.set(name, room)
    pbx.emit('ConfbridgeStart', { Conference: name })
  }
  const guest: RefGuest = { channel, admin: random.chance(0.3), muted: random.chance(0.2) }
  room.guests.push(guest)
  const text = pbx.text('ConfbridgeJoin', guestHeaders(room, guest))
  pbx.tell(text)
  if (random.chance(0.1)) pbx.tell(text)
}

export const leaveRoom: Happening = (pbx) => {
  const found = anyGuest(pbx)
  if (!found) return
  const { room, guest } = found
  room.guests.splice(room.guests.indexOf(guest), 1)
  const texts = [pbx.text('ConfbridgeLeave', guestHeaders(room, guest)), pbx.hangUp(guest.channel)]
  // They are told by different threads.
  pbx.tell(...(pbx.random.chance(0.5) ? texts : texts.reverse()))
  if (room.guests.length > 0) return
  pbx.rooms.delete(room.name)
  pbx.emit('ConfbridgeEnd', { Conference: room.name })
}

export const muteGuest: Happening = (pbx) => {
  const found = anyGuest(pbx)
  if (!found) return
  const { room, guest } = found
  guest.muted = !guest.muted
  pbx.emit(guest.muted ? 'ConfbridgeMute' : 'ConfbridgeUnmute', guestHeaders(room, guest))
}

export const lockRoom: Happening = (pbx) => {
  const room = pbx.random.pick([...pbx.rooms.values()])
  if (!room) return
  room.locked = !room.locked
  pbx.emit(room.locked ? 'ConfbridgeLock' : 'ConfbridgeUnlock', { Conference: room.name })
}

export const park: Happening = (pbx) => {
  const slot = SLOTS.find((one) => !pbx.parked.some((parked) => parked.slot === one))
  if (slot === undefined) return
  const channel = pbx.newChannel('PJSIP/carrier', `+44${pbx.random.below(1000)}`, '', 4)
  pbx.answer(channel)
  const parked = { channel, slot, since: pbx.seconds * 1000 }
  pbx.parked.push(parked)
  pbx.emit('ParkedCall', { ...parkedHeaders(pbx, slot), ParkingDuration: 0 })
}

/** Fetched, given up, or gone back: Asterisk has a word for each. */
export const unpark: Happening = (pbx) => {
  const parked = pbx.random.pick(pbx.parked)
  if (!parked) return
  const headers = parkedHeaders(pbx, parked.slot)
  pbx.parked.splice(pbx.parked.indexOf(parked), 1)
  const name = pbx.random.pick(['UnParkedCall', 'ParkedCallGiveUp', 'ParkedCallTimeOut']) as string
  pbx.tell(pbx.text(name, headers), pbx.hangUp(parked.channel))
}

function anyGuest(pbx: ReferencePbx): { room: RefRoom; guest: RefGuest } | null {
  const room = pbx.random.pick([...pbx.rooms.values()])
  const guest = room && pbx.random.pick(room.guests)
  return room && guest ? { room, guest } : null
}

/** Somebody in a room as events and lists tell them. */
export function guestHeaders({ name }: RefRoom, { channel, admin, muted }: RefGuest): Headers {
  const yes = (is: boolean) => (is ? 'Yes' : 'No')
  return { Conference: name, ...snapshot(channel), Admin: yes(admin), Muted: yes(muted) }
}

/** Somebody in a slot as events and lists tell them. */
export function parkedHeaders(pbx: ReferencePbx, slot: string): Headers {
  const parked = pbx.parked.find((one) => one.slot === slot)
  const channel = Object.entries(parked ? snapshot(parked.channel) : {})
  const parkee = Object.fromEntries(channel.map(([name, value]) => [`Parkee${name}`, value]))
  return { ...parkee, ParkerDialString: 'PJSIP/101', Parkinglot: 'default', ParkingSpace: slot, ParkingTimeout: 600 }
}
