import { diallable } from '@/components/dial/phone-number'
import { whyNotCall } from '@/components/supervise/actions/call-actions'
import { not, type Situation, type WhyNot, whyNoPhone, whyNotOwn } from '@/components/supervise/actions/why-not'
import { callRowOf } from '@/components/supervise/model/call-row'
import { devicesOfHint } from '@/lib/domain/endpoint'
import type { Phone } from '@/lib/domain/phone'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import type { CommandInput } from '@/lib/protocol/commands'
import { unreachable } from '@/lib/unreachable'
import { type Carried, callsAt, carriedOf, type Known, whyNotCarry } from './carry'
import type { PhoneRow } from './phone-row'

/** What can be done with a phone, in the order in which it is offered. */
export const PHONE_ACTIONS = [
  'pickUp',
  'call',
  'transferHere',
  'carry',
  'leaveMessage',
  'text',
  'listen',
  'whisper',
  'barge',
] as const
export type PhoneAction = (typeof PHONE_ACTIONS)[number]

/** What of the state of a phone forbids an action; the other reasons are those of `WhyNot`. */
export const PHONE_REASONS = [
  'ownPhone',
  'noNumber',
  'notRinging',
  'noMailbox',
  'noText',
  'noCall',
  'noCallOfMine',
  'isThere',
  'otherPbx',
] as const
export type PhoneReason = (typeof PHONE_REASONS)[number]
export type WhyNotPhone = Omit<WhyNot, 'reason'> & { reason: WhyNot['reason'] | PhoneReason }

/** Why this cannot be done with a phone; `null`: it can. `refusedByRights`: it is not even offered. */
export function whyNotPhone(action: PhoneAction, row: PhoneRow, known: Known, at: Situation): WhyNotPhone | null {
  const { phone } = row
  switch (action) {
    case 'call':
      return whyNotOwn('dial', 'dial', at) ?? whyNotDialled(row, at)
    case 'pickUp':
      return (
        whyNotOwn('phone.pickUp', 'phones.pickUp', at) ??
        (ringingAt(row) === null ? why('notRinging') : null) ??
        (row.own ? why('ownPhone') : whyNoPhone(at, phone.pbx))
      )
    case 'transferHere':
      return whyNotHere(row, known, at)
    case 'carry':
      return whyNotAnyCall(row, known, at)
    case 'leaveMessage':
      return (
        whyNotOwn('mailbox.leave', 'dial', at) ??
        (phone.mailbox === null ? why('noMailbox') : whyNoPhone(at, phone.pbx))
      )
    case 'text':
      return whyNotOwn('phone.text', 'dial', at) ?? (textTarget(phone) === null ? why('noText') : null)
    case 'listen':
    case 'whisper':
    case 'barge':
      return whyNotSpied(action, row, known, at)
    default:
      return unreachable(action)
  }
}

/** What to dial to reach a phone; `null`: nobody knows. */
export function numberOf({ phone }: PhoneRow): string | null {
  return diallable(phone.number)
}

/** What is asked of the server at once; `null`: something is to be said before. `phone`: one's own that is to ring. */
export function commandOf(action: PhoneAction, row: PhoneRow, known: Known, phone: string | null): CommandInput | null {
  switch (action) {
    case 'call':
      return { type: 'dial', to: numberOf(row) ?? '', phone }
    case 'pickUp':
      return { type: 'phone.pickUp', channel: ringingAt(row)?.id ?? '', phone }
    case 'leaveMessage':
      return { type: 'mailbox.leave', mailbox: row.phone.mailbox?.id ?? '', phone }
    case 'listen':
    case 'whisper':
    case 'barge': {
      const [first] = callsAt(row, known)
      return first ? { type: 'call.listen', call: first.call.id, party: first.by, mode: action, phone } : null
    }
    case 'transferHere':
    case 'carry':
    case 'text':
      return null
    default:
      return unreachable(action)
  }
}

/** One's phone of a PBX; `null`: the preferred one, which is of it, or there is none. */
export function ownPhoneAt(pbx: string, phones: readonly { pbx: string; interface: string }[]): string | null {
  const [first] = phones
  if (first?.pbx === pbx) return null
  return phones.find((phone) => phone.pbx === pbx)?.interface ?? null
}

/** The call that rings at a phone. */
export function ringingAt({ phone }: PhoneRow): PhoneChannel | null {
  return phone.channels.find(({ state }) => state === 'ringing') ?? null
}

/** Which phone a text is sent to, as Asterisk names it; `null`: to none, for only SIP carries texts. */
export function textTarget({ endpoints, extension }: Phone): string | null {
  const [endpoint] = endpoints.filter(({ technology }) => technology !== 'IAX2')
  if (endpoint) return `${endpoint.technology}/${endpoint.name}`
  const devices = devicesOfHint(extension?.hint ?? '')
  return devices.find((device) => /^(PJSIP|SIP)\/[\w.+-]+$/i.test(device)) ?? null
}

function whyNotDialled(row: PhoneRow, at: Situation): WhyNotPhone | null {
  if (row.own) return why('ownPhone')
  return numberOf(row) === null ? why('noNumber') : whyNoPhone(at, row.phone.pbx)
}

/** Why a call cannot be put down at a phone; `null`: it can. */
export function whyNotThere({ call }: Carried, row: PhoneRow): WhyNotPhone | null {
  if (call.pbx !== row.phone.pbx) return why('otherPbx')
  if (row.phone.channels.some((channel) => channel.call === call.id)) return why('isThere')
  return numberOf(row) === null ? why('noNumber') : null
}

/** May one's own call go there? */
function whyNotHere(row: PhoneRow, known: Known, at: Situation): WhyNotPhone | null {
  const refused = whyNotOwn('call.transfer', 'own.calls', at)
  if (refused) return refused
  const mine = known.mine.map(({ call, side }) => carriedOf(call, side))
  if (mine.length === 0) return why('noCallOfMine')
  return firstWhy(mine.map((one) => whyNotThere(one, row) ?? whyNotCarry(one, known, at)))
}

/** May a call of this phone be carried elsewhere? */
function whyNotAnyCall(row: PhoneRow, known: Known, at: Situation): WhyNotPhone | null {
  const calls = callsAt(row, known)
  if (calls.length === 0) {
    const may = at.viewer.permissions['calls.transfer'] !== undefined || row.own
    return may ? why('noCall') : not('refusedByRights')
  }
  return firstWhy(calls.map((one) => whyNotCarry(one, known, at)))
}

function whyNotSpied(action: 'listen' | 'whisper' | 'barge', row: PhoneRow, known: Known, at: Situation) {
  if (at.viewer.permissions[`calls.${action}`] === undefined) return not('refusedByRights')
  const calls = callsAt(row, known)
  if (calls.length === 0) return why('noCall')
  return firstWhy(
    calls.map(({ call }) =>
      whyNotCall(action, callRowOf(call, call.queue === null ? undefined : known.queue(call.queue), undefined), at),
    ),
  )
}

/** `null` as soon as one of them can be done. */
function firstWhy(reasons: readonly (WhyNotPhone | null)[]): WhyNotPhone | null {
  return reasons.includes(null) ? null : (reasons[0] ?? null)
}

function why(reason: PhoneReason): WhyNotPhone {
  return { reason, detail: null }
}
