import type { ReadTables } from '@/server/store/types'
import type { ReferencePbx } from './reference-pbx'

/** What the store and the reference are compared in: by id, in words both can say. */
type Pictures = { queues: object; members: object; callers: object; calls: string[]; rooms: object; parked: object }

const STATUS = ['unknown', 'notInUse', 'inUse', 'busy', 'invalid', 'unavailable', 'ringing', 'ringInUse', 'onHold']

export function pictureOfPbx(pbx: ReferencePbx): Pictures {
  const queues = [...pbx.queues.values()]
  return {
    queues: Object.fromEntries(
      queues.map(({ name, weight, completed, abandoned }) => [name, { weight, completed, abandoned }]),
    ),
    members: Object.fromEntries(
      queues
        .flatMap((queue) => [...queue.members.values()])
        .map((one) => [
          `${one.queue} ${one.interface}`,
          {
            name: one.name,
            membership: one.membership,
            penalty: one.penalty,
            paused: one.paused,
            reason: one.reason || null,
            callsTaken: one.callsTaken,
            lastCall: one.lastCall,
            device: STATUS[pbx.status(one.interface)],
            inCall: pbx.inCall(one),
          },
        ]),
    ),
    callers: Object.fromEntries(
      queues.flatMap((queue) =>
        queue.callers.map(({ channel, joinedAt }, index) => [
          channel.uniqueid,
          {
            queue: queue.name,
            position: index + 1,
            number: channel.number,
            name: channel.callerName || null,
            joined: Math.floor(joinedAt / 1000),
          },
        ]),
      ),
    ),
    calls: groups([...pbx.channels.values()].map(({ linkedid, uniqueid }) => [linkedid, uniqueid])),
    rooms: Object.fromEntries(
      [...pbx.rooms.values()].map(({ name, locked, guests }) => [
        name,
        {
          locked,
          guests: Object.fromEntries(
            guests.map(({ channel, admin, muted }) => [channel.uniqueid, { number: channel.number, admin, muted }]),
          ),
        },
      ]),
    ),
    parked: Object.fromEntries(
      pbx.parked.map(({ slot, channel }) => [slot, { uniqueid: channel.uniqueid, number: channel.number }]),
    ),
  }
}

function groups(pairs: [string, string][]): string[] {
  const byKey = new Map<string, string[]>()
  for (const [key, one] of pairs) byKey.set(key, [...(byKey.get(key) ?? []), one])
  return [...byKey.values()].map((ones) => ones.sort().join(' ')).sort()
}

export function pictureOfStore(tables: ReadTables): Pictures {
  const queueName = (id: string) => tables.queues.get(id)?.name
  return {
    queues: Object.fromEntries(
      [...tables.queues.values()].map(({ name, weight, completed, abandoned }) => [
        name,
        { weight, completed, abandoned },
      ]),
    ),
    members: Object.fromEntries(
      [...tables.members.values()].map((one) => [
        `${queueName(one.queue)} ${one.interface}`,
        {
          name: one.name,
          membership: one.membership,
          penalty: one.penalty,
          paused: one.paused,
          reason: one.pausedReason,
          callsTaken: one.callsTaken,
          lastCall: Math.floor((one.lastCallAt ?? 0) / 1000),
          device: one.device,
          inCall: one.inCall,
        },
      ]),
    ),
    callers: Object.fromEntries(
      [...tables.callers.values()].map((one) => [
        one.uniqueid,
        {
          queue: queueName(one.queue),
          position: one.position,
          number: one.number,
          name: one.name,
          joined: Math.floor(one.joinedAt / 1000),
        },
      ]),
    ),
    calls: [...tables.calls.values()].map(({ channels }) => channels.join(' ')).sort(),
    rooms: Object.fromEntries(
      [...tables.conferences.values()].map(({ id, name, locked }) => [
        name,
        {
          locked,
          guests: Object.fromEntries(
            [...tables.participants.values()]
              .filter(({ conference }) => conference === id)
              .map(({ uniqueid, number, admin, muted }) => [uniqueid, { number, admin, muted }]),
          ),
        },
      ]),
    ),
    parked: Object.fromEntries(
      [...tables.parkedCalls.values()].map(({ slot, uniqueid, number }) => [slot, { uniqueid, number }]),
    ),
  }
}
