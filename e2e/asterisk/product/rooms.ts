import type { ReadTables } from '@/server/store/types'
import type { Asterisk } from '../rig/asterisk'
import { parseParking, parseParticipants, parseRooms, type ShownParticipant } from '../truth/rooms-show'

type Rooms = Record<string, { locked: boolean; muted: boolean; people: ShownParticipant[] }>

/** Every conference as Asterisk's console shows it. */
export async function shownRooms({ cli }: Asterisk): Promise<Rooms> {
  const rooms: Rooms = {}
  for (const { name, locked, muted } of parseRooms(await cli('confbridge list'))) {
    rooms[name] = { locked, muted, people: byChannel(parseParticipants(await cli(`confbridge list ${name}`))) }
  }
  return rooms
}

/** The same by the store. */
export function ourRooms(tables: ReadTables): Rooms {
  const people = [...tables.participants.values()]
  const rooms = [...tables.conferences.values()].map(({ id, name, locked, muted }) => {
    const inside = people.filter(({ conference }) => conference === id)
    const shown = inside.map(({ channel, admin, marked, muted, waiting }) => ({
      channel,
      admin,
      marked,
      muted,
      waiting,
    }))
    return [name, { locked, muted, people: byChannel(shown) }] as const
  })
  return Object.fromEntries(rooms)
}

function byChannel(people: ShownParticipant[]): ShownParticipant[] {
  return people.toSorted((one, other) => one.channel.localeCompare(other.channel))
}

export async function shownSlots({ cli }: Asterisk) {
  return parseParking(await cli('parking show default'))
}

export function ourSlots(tables: ReadTables) {
  return [...tables.parkedCalls.values()].map(({ slot, channel, parkedBy }) => ({ slot, channel, parkedBy }))
}
