import { type Findable, findable } from '@/components/supervise/model/findable'
import { sameFields, sameItems } from '@/components/wall/board/queue-view'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import { REACHES, type Reach } from '@/lib/domain/line'
import { keyOf, type Phone } from '@/lib/domain/phone'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import type { PhoneState } from '@/lib/domain/phone-state'

/** What the board shows of one phone. */
export type PhoneRow = {
  id: string
  phone: Phone
  /** Whose it is; `null`: nobody's that is known. */
  name: string | null
  /** What needs somebody most of what it does. */
  state: PhoneState
  /** Since when; `null`: before we looked, or nothing that lasts. */
  since: number | null
  /** What goes on there that needs somebody most. */
  channel: PhoneChannel | null
  /** The other end of it, by a colleague's name where it is one, and the phone of the house that it is. */
  otherName: string | null
  otherId: string | null
  /** One of whoever looks. */
  own: boolean
  starred: boolean
  /** The best of its endpoints; `null`: it has none that is known. */
  reach: Reach | null
  reachSince: number | null
  roundTripMs: number | null
  /** Ids of the queues in which it is a member. */
  queues: readonly string[]
  found: Findable
}

/** Everything besides the phone itself that its row tells. */
export type Surroundings = {
  /** Whose phone an interface is, by `keyOf`. */
  names: ReadonlyMap<string, string>
  /** Phones by `keyOf` of their interfaces. */
  phones: ReadonlyMap<string, Phone>
  /** And by `keyOf` of their numbers. */
  numbers: ReadonlyMap<string, Phone>
  own: ReadonlySet<string>
  starred: ReadonlySet<string>
  queues: ReadonlyMap<string, readonly string[]>
}

export function phoneRowOf(phone: Phone, around: Surroundings, before?: PhoneRow): PhoneRow {
  const keys = phone.interfaces.map((one) => keyOf(phone.pbx, one))
  const channel = phone.channels[0] ?? null
  const other = channel && otherEnd(channel, around)
  const best = bestEndpoint(phone)
  const name = nameOf(phone, around)
  const row: PhoneRow = {
    id: phone.id,
    phone,
    name,
    state: phone.states[0] ?? 'unknown',
    since: channel ? channel.since : phone.states[0] === 'unavailable' ? (best?.reachSince ?? null) : null,
    channel,
    otherName: other?.name ?? null,
    otherId: other?.id ?? null,
    own: keys.some((key) => around.own.has(key)),
    starred: around.starred.has(phone.id),
    reach: best?.reach ?? null,
    reachSince: best?.reachSince ?? null,
    roundTripMs: best?.roundTripMs ?? null,
    queues: sameItems(around.queues.get(keys.find((key) => around.queues.has(key)) ?? '') ?? NONE, before?.queues),
    found: before?.found ?? { text: '', digits: '' },
  }
  if (before?.phone !== phone || before.name !== name || before.otherName !== row.otherName) {
    const { number, contexts, interfaces, extension } = phone
    row.found = findable(
      [name, row.otherName, ...contexts, ...interfaces, extension?.presence?.message ?? null],
      [number, channel?.otherNumber ?? null],
    )
  }
  return sameFields(row, before)
}

const NONE: readonly never[] = []

export function nameOf(phone: Phone, { names }: Pick<Surroundings, 'names'>): string | null {
  for (const one of phone.interfaces) {
    const name = names.get(keyOf(phone.pbx, one))
    if (name !== undefined) return name
  }
  return phone.mailbox?.name ?? null
}

function otherEnd(channel: PhoneChannel, around: Surroundings): { name: string | null; id: string | null } {
  const { pbx, otherEndpoint, otherNumber, state } = channel
  const phone =
    otherEndpoint !== null
      ? around.phones.get(keyOf(pbx, endpointOfInterface(otherEndpoint)))
      : // Until it rings there, all that is known is what was dialled.
        state === 'dialing' && otherNumber !== null
        ? around.numbers.get(keyOf(pbx, otherNumber))
        : undefined
  const told = channel.otherName ?? channel.otherNumber
  if (phone === undefined) return { name: told, id: null }
  return { name: nameOf(phone, around) ?? told ?? phone.number, id: phone.id }
}

function bestEndpoint({ endpoints }: Phone) {
  return endpoints.toSorted((one, other) => REACHES.indexOf(one.reach) - REACHES.indexOf(other.reach))[0]
}
