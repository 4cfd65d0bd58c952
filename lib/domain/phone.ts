import { endpointOfInterface, endpointsOfHint } from './endpoint'
import type { Device, Extension } from './extension'
import type { PbxName } from './ids'
import type { Endpoint } from './line'
import type { Mailbox } from './mailbox'
import type { PhoneChannel, PhoneChannelState } from './phone-channel'
import { type PhoneState, statesOfDevice, statesOfExtension } from './phone-state'

/** A phone of the house as people know one: an extension with a hint and what stands behind it, or an endpoint alone. */
export type Phone = {
  /** The id of its extension, or else of its endpoint. */
  id: string
  pbx: PbxName
  /** What is dialled to reach it; of an endpoint without a hint its name. */
  number: string
  /** `key`: a hint that watches no phone, such as `Custom:night` or `park:701@parkedcalls`. */
  kind: 'phone' | 'key'
  extension: Extension | null
  /** Contexts in which the extension stands with this hint. */
  contexts: readonly string[]
  /** Phones behind it, folded: `pjsip/101`. */
  interfaces: readonly string[]
  endpoints: readonly Endpoint[]
  /** Never empty; what needs somebody most first. */
  states: readonly PhoneState[]
  /** What goes on at it; what rings first, then what is talked in. */
  channels: readonly PhoneChannel[]
  mailbox: Mailbox | null
  /** Do not disturb, told by presence or by a device of the hint that is named for it (`Custom:DND101`). */
  dnd: boolean
}

export type PhoneParts = {
  extensions: readonly Extension[]
  endpoints: readonly Endpoint[]
  phoneChannels: readonly PhoneChannel[]
  devices: readonly Device[]
  mailboxes: readonly Mailbox[]
}

/** Every phone of the house by its id. What is as it was `before` stays the very same. */
export function phonesOf(parts: PhoneParts, before: ReadonlyMap<string, Phone> = new Map()): Map<string, Phone> {
  const index = indexOf(parts)
  const phones = new Map<string, Phone>()
  const hinted = new Set<string>()
  for (const [first, contexts] of extensionsOf(parts.extensions)) {
    for (const key of watched(first).keys) hinted.add(key)
    const phone = phoneOfExtension(first, contexts, index)
    phones.set(phone.id, kept(phone, before.get(phone.id)))
  }
  for (const endpoint of parts.endpoints) {
    const name = interfaceOf(endpoint)
    if (endpoint.kind !== 'phone' || hinted.has(keyOf(endpoint.pbx, name))) continue
    const phone = phoneOfEndpoint(endpoint, name, index)
    phones.set(phone.id, kept(phone, before.get(phone.id)))
  }
  return phones
}

/** `pjsip/101`, as hints and channels name it. */
export function interfaceOf({ technology, name }: Pick<Endpoint, 'technology' | 'name'>): string {
  return `${technology}/${name}`.toLowerCase()
}

export function keyOf(pbx: string, name: string): string {
  return `${pbx}|${name}`
}

/** A channel's technology stands before a slash, a provider of other states (`Custom:`, `park:`) before a colon. */
const A_PHONE = /^\w+\//

/** What a hint watches. A record is read once: it is another one when its hint or its state changes. */
type Watched = { interfaces: readonly string[]; keys: readonly string[]; kind: Phone['kind'] }
const watchedBy = new WeakMap<Extension, Watched>()

function watched(extension: Extension): Watched {
  const known = watchedBy.get(extension)
  if (known) return known
  const interfaces = endpointsOfHint(extension.hint)
  const fresh: Watched = {
    interfaces,
    keys: interfaces.map((name) => keyOf(extension.pbx, name)),
    kind: interfaces.some((name) => A_PHONE.test(name)) ? 'phone' : 'key',
  }
  watchedBy.set(extension, fresh)
  return fresh
}

function phoneOfExtension(extension: Extension, contexts: readonly string[], index: Index): Phone {
  const { id, pbx, exten, status, presence } = extension
  const { interfaces, keys, kind } = watched(extension)
  return {
    id,
    pbx,
    number: exten,
    kind,
    extension,
    contexts,
    interfaces,
    endpoints: found(keys, index.endpoints),
    states: statesOfExtension(status),
    channels: channelsAt(keys, index),
    mailbox: index.mailboxes.get(keyOf(pbx, exten)) ?? null,
    dnd: presence?.state === 'dnd' || (index.dnd.size > 0 && keys.some((key) => index.dnd.has(key))),
  }
}

function phoneOfEndpoint(endpoint: Endpoint, name: string, index: Index): Phone {
  const { id, pbx } = endpoint
  return {
    id,
    pbx,
    number: endpoint.name,
    kind: 'phone',
    extension: null,
    contexts: NONE,
    interfaces: [name],
    endpoints: [endpoint],
    states: statesOfDevice(endpoint.state),
    channels: channelsAt([keyOf(pbx, name)], index),
    mailbox: index.mailboxes.get(keyOf(pbx, endpoint.name)) ?? null,
    dnd: false,
  }
}

function found<R>(keys: readonly string[], records: ReadonlyMap<string, R>): readonly R[] {
  const all: R[] = []
  for (const key of keys) {
    const record = records.get(key)
    if (record !== undefined) all.push(record)
  }
  return all.length === 0 ? NONE : all
}

/**
 * Extensions with their contexts: one that stands in several with the same hint is one phone. Those of patterns (`_1XX`)
 * are no phones, but what makes them.
 */
function extensionsOf(extensions: readonly Extension[]): Iterable<[Extension, string[]]> {
  const found = new Map<string, [Extension, string[]]>()
  for (const extension of extensions) {
    if (extension.exten.startsWith('_')) continue
    const key = `${extension.pbx}|${extension.exten}|${extension.hint}`
    const known = found.get(key)
    if (known) known[1].push(extension.context)
    else found.set(key, [extension, [extension.context]])
  }
  return found.values()
}

type Index = {
  endpoints: ReadonlyMap<string, Endpoint>
  channels: ReadonlyMap<string, readonly PhoneChannel[]>
  /** By the number before the `@`. */
  mailboxes: ReadonlyMap<string, Mailbox>
  dnd: ReadonlySet<string>
}

function indexOf({ endpoints, phoneChannels, devices, mailboxes }: PhoneParts): Index {
  const channels = new Map<string, PhoneChannel[]>()
  for (const channel of phoneChannels) {
    const key = keyOf(channel.pbx, endpointOfInterface(channel.endpoint))
    const others = channels.get(key)
    if (others) others.push(channel)
    else channels.set(key, [channel])
  }
  const boxes = new Map<string, Mailbox>()
  for (const mailbox of mailboxes) {
    const [number = '', context] = mailbox.mailbox.split('@')
    const key = keyOf(mailbox.pbx, number)
    if (context === 'default' || !boxes.has(key)) boxes.set(key, mailbox)
  }
  const on = devices.filter(
    ({ device, state }) => /^custom:dnd/i.test(device) && (state === 'inUse' || state === 'busy'),
  )
  return {
    endpoints: new Map(endpoints.map((endpoint) => [keyOf(endpoint.pbx, interfaceOf(endpoint)), endpoint])),
    channels,
    mailboxes: boxes,
    dnd: new Set(on.map(({ pbx, device }) => keyOf(pbx, device.toLowerCase()))),
  }
}

const RANK: Readonly<Record<PhoneChannelState, number>> = { ringing: 0, talking: 1, dialing: 2, held: 3, parked: 4 }

function channelsAt(keys: readonly string[], index: Index): readonly PhoneChannel[] {
  const all = found(keys, index.channels).flat()
  if (all.length < 2) return all.length === 0 ? NONE : all
  return all.sort((one, other) => RANK[one.state] - RANK[other.state] || (one.id < other.id ? -1 : 1))
}

const NONE: readonly never[] = []

/** `before` when `fresh` says the same: its records keep their identity while they do not change. */
function kept(fresh: Phone, before: Phone | undefined): Phone {
  if (before === undefined) return fresh
  const same =
    fresh.extension === before.extension &&
    fresh.states === before.states &&
    fresh.mailbox === before.mailbox &&
    fresh.dnd === before.dnd &&
    fresh.number === before.number &&
    sameItems(fresh.channels, before.channels) &&
    sameItems(fresh.endpoints, before.endpoints) &&
    sameItems(fresh.contexts, before.contexts)
  return same ? before : fresh
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((item, i) => item === other[i]))
}
