import type { Conference, Participant } from './conference'
import type { Extension } from './extension'
import { type HousePart, permissionOf } from './house'
import type { Endpoint } from './line'
import type { Mailbox } from './mailbox'
import type { Member } from './member'
import type { ParkedCall } from './parking'
import { peopleAtPhones } from './people-at-phones'
import { interfaceOf, keyOf, type Phone, phonesOf } from './phone'
import type { PhoneChannel } from './phone-channel'
import { groupOf, type PhoneGroup } from './phone-group'
import { may } from './rights'
import { trunkName } from './trunk-alarm'

const PHONES = [
  'phones.ready',
  'phones.onCall',
  'phones.ringing',
  'phones.unavailable',
] as const satisfies readonly `phones.${PhoneGroup}`[]

/** Figures of the house at this moment, each the count of some records or of what lies in them. */
export const HOUSE_FIGURES = ['parked', 'rooms', 'participants', 'messages', 'channels', ...PHONES] as const
export type HouseFigure = (typeof HOUSE_FIGURES)[number]
export type PhonesFigure = (typeof PHONES)[number]

/** Does it count phones? */
export function isOfPhones(figure: HouseFigure): figure is PhonesFigure {
  return figure.startsWith('phones.')
}

/** The part of the house whose page shows it. */
export function partOfFigure(figure: HouseFigure): HousePart {
  if (isOfPhones(figure)) return 'phones'
  return PARTS[figure]
}

const PARTS = {
  ...{
    parked: 'parking',
    rooms: 'conferences',
    participants: 'conferences',
    messages: 'mailboxes',
    channels: 'trunks',
  },
} as const satisfies Record<Exclude<HouseFigure, PhonesFigure>, HousePart>

/** Parts that one has to see to see what it counts: what goes on at a trunk is told by those who talk there. */
export function partsBehind(figure: HouseFigure): readonly HousePart[] {
  return figure === 'channels' ? ['trunks', 'phones'] : [partOfFigure(figure)]
}

/** May one open a figure down to what it counts? */
export function mayOpenOfHouse(rights: Parameters<typeof may>[0], figure: HouseFigure): boolean {
  return may(rights, 'history.see') && partsBehind(figure).every((part) => may(rights, permissionOf(part)))
}

/** What is counted from, as far as whoever looks sees it. */
export type House = {
  extensions: readonly Extension[]
  endpoints: readonly Endpoint[]
  phoneChannels: readonly PhoneChannel[]
  members: readonly Member[]
  parkedCalls: readonly ParkedCall[]
  conferences: readonly Conference[]
  participants: readonly Participant[]
  mailboxes: readonly Mailbox[]
}

/** A room with how many are in it. */
export type RoomNow = Conference & { people: number }
/** Somebody in a room, and what it is called. */
export type ParticipantNow = Participant & { room: string }
/** A channel of a trunk, and what that is called. */
export type ChannelNow = PhoneChannel & { trunk: string }
/** A phone, whose it is, and since when it does the first of what it does (`null`: not known). */
export type PhoneNow = Pick<Phone, 'id' | 'pbx' | 'number' | 'states'> & { name: string | null; since: number | null }

/** What a figure counts; of all other kinds nothing. */
export type HouseRecords = {
  value: number
  parkedCalls: readonly ParkedCall[]
  rooms: readonly RoomNow[]
  participants: readonly ParticipantNow[]
  mailboxes: readonly Mailbox[]
  channels: readonly ChannelNow[]
  phones: readonly PhoneNow[]
}

const NOTHING: HouseRecords = {
  ...{ value: 0, parkedCalls: [], rooms: [], participants: [], mailboxes: [], channels: [], phones: [] },
}

/** The records that a figure counts. `of`: the id of the one room, mailbox or trunk that it is of; `null`: of all. */
export function houseRecords(figure: HouseFigure, of: string | null, house: House): HouseRecords {
  if (!isOfPhones(figure)) return { ...NOTHING, ...COUNTED[figure](house, (id) => of === null || id === of) }
  const phones = phonesIn(figure, house)
  return { ...NOTHING, value: phones.length, phones }
}

type Counted = (house: House, isOf: (id: string) => boolean) => Partial<HouseRecords>

const COUNTED: Readonly<Record<Exclude<HouseFigure, PhonesFigure>, Counted>> = {
  parked: ({ parkedCalls }) => ({ value: parkedCalls.length, parkedCalls }),
  rooms({ conferences, participants }) {
    const peopleIn = (id: string) => participants.filter(({ conference }) => conference === id).length
    const rooms = conferences.map((room) => ({ ...room, people: peopleIn(room.id) }))
    return { value: rooms.length, rooms }
  },
  participants({ conferences, participants: all }, isOf) {
    const nameOf = new Map(conferences.map(({ id, name }) => [id, name]))
    const there = all.filter(({ conference }) => isOf(conference))
    const participants = there.map((one) => ({ ...one, room: nameOf.get(one.conference) ?? '' }))
    return { value: participants.length, participants }
  },
  messages({ mailboxes: all }, isOf) {
    const mailboxes = all.filter(({ id, newMessages }) => isOf(id) && newMessages > 0)
    return { value: mailboxes.reduce((sum, { newMessages }) => sum + newMessages, 0), mailboxes }
  },
  channels({ endpoints, phoneChannels }, isOf) {
    const trunks = endpoints.filter(({ id, kind }) => kind === 'trunk' && isOf(id))
    const value = trunks.reduce((sum, { channels }) => sum + channels, 0)
    return { value, channels: channelsOf(trunks, phoneChannels) }
  },
}

/** What goes on at these trunks. */
function channelsOf(trunks: readonly Endpoint[], channels: readonly PhoneChannel[]): ChannelNow[] {
  const nameOf = new Map(trunks.map((trunk) => [keyOf(trunk.pbx, interfaceOf(trunk)), trunkName(trunk)]))
  return channels.flatMap((channel) => {
    const trunk = nameOf.get(keyOf(channel.pbx, channel.endpoint.toLowerCase()))
    return trunk === undefined ? [] : [{ ...channel, trunk }]
  })
}

function phonesIn(figure: PhonesFigure, { extensions, endpoints, phoneChannels, members }: House): PhoneNow[] {
  const nameOf = peopleAtPhones(members)
  return [...phonesOf({ extensions, endpoints, phoneChannels, devices: [], mailboxes: [] }).values()]
    .filter((phone) => phone.kind === 'phone' && figure === `phones.${groupOf(phone)}`)
    .map((phone) => ({
      ...{ id: phone.id, pbx: phone.pbx, number: phone.number, states: phone.states, name: nameOf(phone) },
      since: sinceOf(phone, figure),
    }))
}

/** Of a phone that is free nobody tells since when. */
function sinceOf({ channels, endpoints }: Phone, figure: PhonesFigure): number | null {
  if (figure === 'phones.ready') return null
  const [first] =
    figure === 'phones.unavailable' ? endpoints.map((one) => one.reachSince) : channels.map((one) => one.since)
  return first ?? null
}
