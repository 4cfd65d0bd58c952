import * as z from 'zod'
import { MAX_PHONE_TEXT } from './limits'

/**
 * What people ask to be done at the PBX. Records are named by the ids of the live picture; the server finds the channels
 * and checks the rights. Nothing here is sent to the PBX as it comes.
 */
const id = z.string().min(1).max(600)
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !CONTROL.test(text), 'expected one line without control characters')

/** A phone's interface, such as `PJSIP/101`: only of a known member or of a phone given to a person. */
const iface = line(200).min(1)
const pbx = z.string().regex(/^[a-z0-9-]{1,32}$/)
const agent = z.strictObject({ pbx, interface: iface })
/** `null`: every queue of the agent in which one may do it. */
const someQueue = id.nullable()
/** Reverts by itself after so many seconds; `null`: stays. At most a day. */
const seconds = z.number().int().min(10).max(86_400).nullable().default(null)
const reason = line(80).nullable()
/** A number, an extension, or what people type of it; the dial rules decide what becomes of it. */
const to = line(64).min(1)
/** Which side of the call; `from` called. */
const party = z.enum(['from', 'to'])
/** One of the phones that are given to whoever acts; `null`: the preferred one. */
const phone = iface.nullable().default(null)

export const commandSchemas = {
  'agent.pause': z.strictObject({ type: z.literal('agent.pause'), agent, queue: someQueue, reason, seconds }),
  'agent.unpause': z.strictObject({ type: z.literal('agent.unpause'), agent, queue: someQueue }),
  'agent.add': z.strictObject({
    type: z.literal('agent.add'),
    agent,
    queue: id,
    penalty: z.number().int().min(0).max(1000).default(0),
    seconds,
  }),
  'agent.remove': z.strictObject({ type: z.literal('agent.remove'), agent, queue: someQueue, seconds }),
  'agent.penalty': z.strictObject({
    type: z.literal('agent.penalty'),
    agent,
    queue: id,
    penalty: z.number().int().min(0).max(1000),
    seconds,
  }),
  'agent.ringInUse': z.strictObject({
    type: z.literal('agent.ringInUse'),
    agent,
    queue: id,
    ringInUse: z.boolean(),
    seconds,
  }),
  'caller.moveUp': z.strictObject({ type: z.literal('caller.moveUp'), caller: id }),
  'caller.priority': z.strictObject({
    type: z.literal('caller.priority'),
    caller: id,
    priority: z.number().int().min(0).max(1000),
  }),
  'caller.moveToQueue': z.strictObject({ type: z.literal('caller.moveToQueue'), caller: id, queue: id }),
  'caller.moveToExtension': z.strictObject({ type: z.literal('caller.moveToExtension'), caller: id, to }),
  'caller.take': z.strictObject({ type: z.literal('caller.take'), caller: id, phone }),
  'caller.withdraw': z.strictObject({ type: z.literal('caller.withdraw'), caller: id }),
  'caller.hangUp': z.strictObject({ type: z.literal('caller.hangUp'), caller: id }),
  'call.hangUp': z.strictObject({ type: z.literal('call.hangUp'), call: id }),
  /** `by`: the side that transfers and leaves; the other side goes to `to`. */
  'call.transfer': z.strictObject({ type: z.literal('call.transfer'), call: id, by: party, to }),
  'call.attendedTransfer': z.strictObject({ type: z.literal('call.attendedTransfer'), call: id, by: party, to }),
  'call.cancelTransfer': z.strictObject({ type: z.literal('call.cancelTransfer'), call: id, by: party }),
  /** `party` is parked, the other side is free. */
  'call.park': z.strictObject({ type: z.literal('call.park'), call: id, party }),
  'call.fetch': z.strictObject({ type: z.literal('call.fetch'), call: id, phone }),
  'call.conference': z.strictObject({ type: z.literal('call.conference'), call: id }),
  /** The call ends in so many seconds; 0: no limit any more. */
  'call.limit': z.strictObject({
    type: z.literal('call.limit'),
    call: id,
    seconds: z.number().int().min(0).max(86_400),
  }),
  'call.record': z.strictObject({
    type: z.literal('call.record'),
    call: id,
    how: z.enum(['start', 'stop', 'mute', 'unmute']),
  }),
  /** `party`: whose channel is listened to; whispering is heard by that one alone. */
  'call.listen': z.strictObject({
    type: z.literal('call.listen'),
    call: id,
    party,
    mode: z.enum(['listen', 'whisper', 'barge']),
    phone,
  }),
  'queue.reset': z.strictObject({ type: z.literal('queue.reset'), queue: id }),
  'queue.reload': z.strictObject({ type: z.literal('queue.reload'), queue: id }),
  dial: z.strictObject({ type: z.literal('dial'), to, phone }),
  /** Takes a call that rings at somebody else's phone (`PhoneChannelId`) to one's own. */
  'phone.pickUp': z.strictObject({ type: z.literal('phone.pickUp'), channel: id, phone }),
  /** Shows a line of text on a phone, such as `PJSIP/101`. */
  'phone.text': z.strictObject({
    type: z.literal('phone.text'),
    pbx,
    endpoint: iface,
    text: line(MAX_PHONE_TEXT).min(1),
  }),
  /** One's own phone rings, and what is said there is left in the mailbox. */
  'mailbox.leave': z.strictObject({ type: z.literal('mailbox.leave'), mailbox: id, phone }),
  'parked.fetch': z.strictObject({ type: z.literal('parked.fetch'), parked: id, phone }),
  'conference.mute': z.strictObject({ type: z.literal('conference.mute'), participant: id }),
  'conference.unmute': z.strictObject({ type: z.literal('conference.unmute'), participant: id }),
  'conference.kick': z.strictObject({ type: z.literal('conference.kick'), participant: id }),
  'conference.lock': z.strictObject({ type: z.literal('conference.lock'), conference: id }),
  'conference.unlock': z.strictObject({ type: z.literal('conference.unlock'), conference: id }),
  'conference.record': z.strictObject({
    type: z.literal('conference.record'),
    conference: id,
    how: z.enum(['start', 'stop']),
  }),
  /** Calls a number and leads whoever answers into the conference. */
  'conference.invite': z.strictObject({ type: z.literal('conference.invite'), conference: id, to }),
  'trunk.qualify': z.strictObject({ type: z.literal('trunk.qualify'), endpoint: id }),
  'trunk.register': z.strictObject({ type: z.literal('trunk.register'), registration: id }),
  'trunk.unregister': z.strictObject({ type: z.literal('trunk.unregister'), registration: id }),
  /** Ends what a command began and that still goes on: a call that rings, listening, an attended transfer. */
  cancel: z.strictObject({ type: z.literal('cancel'), receipt: z.uuid() }),
} as const

export const commandSchema = z.discriminatedUnion('type', [
  commandSchemas['agent.pause'],
  commandSchemas['agent.unpause'],
  commandSchemas['agent.add'],
  commandSchemas['agent.remove'],
  commandSchemas['agent.penalty'],
  commandSchemas['agent.ringInUse'],
  commandSchemas['caller.moveUp'],
  commandSchemas['caller.priority'],
  commandSchemas['caller.moveToQueue'],
  commandSchemas['caller.moveToExtension'],
  commandSchemas['caller.take'],
  commandSchemas['caller.withdraw'],
  commandSchemas['caller.hangUp'],
  commandSchemas['call.hangUp'],
  commandSchemas['call.transfer'],
  commandSchemas['call.attendedTransfer'],
  commandSchemas['call.cancelTransfer'],
  commandSchemas['call.park'],
  commandSchemas['call.fetch'],
  commandSchemas['call.conference'],
  commandSchemas['call.limit'],
  commandSchemas['call.record'],
  commandSchemas['call.listen'],
  commandSchemas['queue.reset'],
  commandSchemas['queue.reload'],
  commandSchemas.dial,
  commandSchemas['phone.pickUp'],
  commandSchemas['phone.text'],
  commandSchemas['mailbox.leave'],
  commandSchemas['parked.fetch'],
  commandSchemas['conference.mute'],
  commandSchemas['conference.unmute'],
  commandSchemas['conference.kick'],
  commandSchemas['conference.lock'],
  commandSchemas['conference.unlock'],
  commandSchemas['conference.record'],
  commandSchemas['conference.invite'],
  commandSchemas['trunk.qualify'],
  commandSchemas['trunk.register'],
  commandSchemas['trunk.unregister'],
  commandSchemas.cancel,
])

export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
/** As a page sends it: what has a default may be left out. */
export type CommandInput = z.input<typeof commandSchema>
export const COMMAND_TYPES = Object.keys(commandSchemas) as readonly CommandType[]

/** Body of `POST /api/v1/commands`. `id` is the page's own: the same id twice is one command, as a double click is. */
export const commandRequestSchema = z.strictObject({ id: z.uuid(), command: commandSchema })
