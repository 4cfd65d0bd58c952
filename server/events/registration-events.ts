import type { AmiMessage } from '@/server/ami/types'
import { addressOf, partsOfUri, registrationStateOf, technologyOf } from './line-values'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { numberOf, textOf } from './values'

/** Of PJSIP. `NextReg` is 0 as long as Asterisk renews by a timer of its own, which it does. */
function detailed(message: AmiMessage, at: number): PbxEvent | null {
  const name = message.get('ObjectName')
  if (!name) return null
  const server = partsOfUri(message.get('ServerUri') ?? '').host
  const next = numberOf(message, 'NextReg')
  return {
    ...{ type: 'registrationListed', at, listed: true, technology: 'PJSIP', name, server },
    user: partsOfUri(message.get('ClientUri') ?? '').user,
    state: registrationStateOf(message, 'Status'),
    nextAt: next ? at + next * 1000 : null,
    endpoint: textOf(message, 'Endpoint'),
    outboundAuth: textOf(message, 'OutboundAuth'),
    address: server,
    expirySeconds: numberOf(message, 'Expiration') || null,
  }
}

/** Of SIP, which tells a `Domain` and when it last registered, or of IAX, which does not. */
function listed(message: AmiMessage, at: number): PbxEvent | null {
  const host = message.get('Host')
  const user = message.get('Username')
  if (!host || user === undefined) return null
  const domain = message.get('Domain')
  const technology = domain === undefined ? 'IAX2' : 'SIP'
  const registeredAt = numberOf(message, 'RegistrationTime')
  const refresh = numberOf(message, 'Refresh')
  const state = registrationStateOf(message, 'State')
  const server = domain ?? host
  return {
    ...{ type: 'registrationListed', at, listed: true, technology, name: `${user}@${server}`, server, user, state },
    nextAt: state === 'registered' && registeredAt && refresh ? (registeredAt + refresh) * 1000 : null,
    ...{ endpoint: null, outboundAuth: null, address: addressOf(message, 'Host', ['Port']), expirySeconds: null },
  }
}

function changed(message: AmiMessage, at: number): PbxEvent | null {
  const technology = technologyOf(message, 'ChannelType')
  const domain = message.get('Domain')
  const username = message.get('Username')
  if (!technology || domain === undefined || username === undefined) return null
  const state = registrationStateOf(message, 'Status')
  const isUri = technology === 'PJSIP'
  const server = isUri ? partsOfUri(domain).host : domain
  const user = isUri ? partsOfUri(username).user : username
  return { type: 'registrationChanged', at, technology, server, user, state }
}

export const registrationReaders: Readers = {
  OutboundRegistrationDetail: detailed,
  RegistryEntry: listed,
  Registry: changed,
}
