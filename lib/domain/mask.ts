import type { Call, CallParty } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import type { Participant } from './conference'
import type { ParkedCall } from './parking'
import type { PhoneChannel } from './phone-channel'

/** Up to this many digits it is an extension of the house, which a wall may show. */
const EXTENSION_DIGITS = 4
/** A run of digits that may be somebody's number, with what people write between them. */
const LONG_NUMBER = /\+?\d(?:[\s().-]*\d){4,}/g

/** `··17` for a number from outside; extensions stay. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '')
  if (digits.length === 0) return number === '' ? '' : '··'
  return digits.length <= EXTENSION_DIGITS && digits === number ? number : `··${digits.slice(-2)}`
}

/** `Tom O'Brien` → `Tom O.`, `佐藤 健二` → `佐藤 健`; numbers that stand as a name are masked. */
export function shortenName(name: string): string {
  const [first = '', ...rest] = name.replace(LONG_NUMBER, maskNumber).trim().split(/\s+/)
  const last = rest.at(-1)
  if (last === undefined || last.startsWith('··')) return [first, ...rest].join(' ')
  const [initial = ''] = last
  // Scripts without capitals do not abbreviate by a dot.
  return `${first} ${initial}${initial.toLowerCase() === initial.toUpperCase() ? '' : '.'}`
}

export function maskCaller(caller: Caller): Caller {
  return {
    ...caller,
    number: mask(caller.number, maskNumber),
    name: mask(caller.name, shortenName),
    channel: maskChannel(caller.channel),
  }
}

export function maskCall(call: Call): Call {
  return { ...call, from: maskParty(call.from), to: call.to && maskParty(call.to) }
}

export function maskPhoneChannel(channel: PhoneChannel): PhoneChannel {
  const { otherNumber, otherName } = channel
  return { ...channel, otherNumber: mask(otherNumber, maskNumber), otherName: mask(otherName, shortenName) }
}

export function maskParkedCall(parked: ParkedCall): ParkedCall {
  return maskWho(parked)
}

export function maskParticipant(participant: Participant): Participant {
  return maskWho(participant)
}

function maskWho<R extends { number: string | null; name: string | null; channel: string }>(record: R): R {
  const { number, name, channel } = record
  return {
    ...record,
    ...{ number: mask(number, maskNumber), name: mask(name, shortenName), channel: maskChannel(channel) },
  }
}

function maskParty(party: CallParty): CallParty {
  return {
    number: mask(party.number, maskNumber),
    name: mask(party.name, shortenName),
    channel: mask(party.channel, maskChannel),
  }
}

/** A channel such as `Local/0170123456@out-0000000a;1` tells the number; its own serial number at the end is no secret. */
function maskChannel(channel: string): string {
  return channel.replace(/\d{5,}(?=.*-)/g, maskNumber)
}

function mask(value: string | null, how: (value: string) => string): string | null {
  return value === null ? null : how(value)
}
