import { errorText, type Item, listText, responseText } from './message-text'
import { type ReferencePbx, type RefRoom, snapshot } from './reference-pbx'
import { guestHeaders, parkedHeaders } from './room-life'
import type { ReceivedAction } from './scripted-connection'

/** Answers an action from the state of the moment. */
export function answerText(pbx: ReferencePbx, { action, id, headers }: ReceivedAction, now: number): string {
  switch (action) {
    case 'Ping':
      return responseText(id, { Ping: 'Pong' })
    case 'CoreStatus':
      return responseText(id, startupOf(pbx))
    case 'CoreSettings':
      return responseText(id, { AsteriskVersion: '22.10.1' })
    case 'QueueStatus':
      return listText(action, id, [...queueItems(pbx, headers.get('Queue'), headers.get('Member'), now)])
    case 'CoreShowChannels':
      return listText(action, id, [...channelItems(pbx, now)])
    case 'BridgeList':
      return listText(action, id, bridgeItems(pbx))
    case 'ConfbridgeListRooms':
      return pbx.rooms.size > 0 ? listText(action, id, roomItems(pbx)) : errorText(id, 'No active conferences.')
    case 'ConfbridgeList': {
      const room = pbx.rooms.get(headers.get('Conference') ?? '')
      return room ? listText(action, id, guestItems(room)) : errorText(id, 'No Conference by that name found.')
    }
    case 'Parkinglots':
      return listText(action, id, [['Parkinglot', { Name: 'default', StartSpace: 701, StopSpace: 704, Timeout: 600 }]])
    case 'ParkedCalls':
      return listText(action, id, parkedItems(pbx, now))
    case 'ExtensionStateList':
    case 'DeviceStateList':
      return listText(action, id, [])
    default:
      return errorText(id, 'Invalid/unknown command')
  }
}

function startupOf(pbx: ReferencePbx) {
  const [date, time] = new Date(pbx.startedAt).toISOString().split('T')
  return { CoreStartupDate: date, CoreStartupTime: time?.slice(0, 8) }
}

function* queueItems(
  pbx: ReferencePbx,
  only: string | undefined,
  member: string | undefined,
  now: number,
): Generator<Item> {
  for (const queue of pbx.queues.values()) {
    if (only !== undefined && queue.name !== only) continue
    const { name, weight, callers, completed, abandoned } = queue
    const counters = { Calls: callers.length, Completed: completed, Abandoned: abandoned, Holdtime: 0, TalkTime: 0 }
    const levels = { ServiceLevel: 20, ServicelevelPerf: '0.0', ServicelevelPerf2: '0.0', Weight: weight }
    yield ['QueueParams', { Queue: name, Max: 0, Strategy: 'ringall', ...counters, ...levels }]
    for (const one of queue.members.values()) {
      if (member !== undefined && member !== one.interface && member !== one.name) continue
      yield ['QueueMember', { Queue: name, Name: one.name, Location: one.interface, ...pbx.memberFields(one) }]
    }
    for (const [index, { channel, joinedAt }] of callers.entries()) {
      const { uniqueid, number, callerName } = channel
      const party = {
        Channel: channel.name,
        Uniqueid: uniqueid,
        CallerIDNum: number,
        CallerIDName: callerName || 'unknown',
      }
      const Wait = Math.floor(now / 1000) - Math.floor(joinedAt / 1000)
      yield ['QueueEntry', { Queue: name, Position: index + 1, ...party, Wait, Priority: 0 }]
    }
  }
}

function* channelItems(pbx: ReferencePbx, now: number): Generator<Item> {
  for (const channel of pbx.channels.values()) {
    const seconds = Math.floor((now - channel.startedAt) / 1000)
    const Duration = new Date(seconds * 1000).toISOString().slice(11, 19)
    yield ['CoreShowChannel', { ...snapshot(channel), BridgeId: channel.bridge ?? '', Application: 'Queue', Duration }]
  }
}

function roomItems(pbx: ReferencePbx): Item[] {
  return [...pbx.rooms.values()].map(({ name, locked }) => [
    'ConfbridgeListRooms',
    { Conference: name, Locked: locked ? 'Yes' : 'No', Muted: 'No' },
  ])
}

function guestItems(room: RefRoom): Item[] {
  const quiet = { MarkedUser: 'No', Waiting: 'No', Talking: 'No' }
  return room.guests.map((guest) => ['ConfbridgeList', { ...guestHeaders(room, guest), ...quiet }])
}

function parkedItems(pbx: ReferencePbx, now: number): Item[] {
  return pbx.parked.map(({ slot, since }) => {
    const ParkingDuration = Math.floor((now - since) / 1000)
    return ['ParkedCall', { ...parkedHeaders(pbx, slot), ParkingDuration, ParkingTimeout: 600 - ParkingDuration }]
  })
}

function bridgeItems(pbx: ReferencePbx): Item[] {
  const bridges = new Set([...pbx.channels.values()].flatMap(({ bridge }) => bridge ?? []))
  return [...bridges].map((id) => ['BridgeListItem', { BridgeUniqueid: id, BridgeTechnology: 'simple_bridge' }])
}
