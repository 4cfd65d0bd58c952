import type { DeviceState } from '@/lib/domain/member'
import type { AmiMessage } from '@/server/ami/types'
import { MAX_TEXT } from './bounded-message'
import type { ContactName } from './line-event'
import { addressOf, namesOf, reachOf, technologyOf } from './line-values'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { numberOf, textOf } from './values'

/** Words of main/devicestate.c, `ast_devstate2str`. */
const STATES: Readonly<Record<string, DeviceState>> = {
  'Not in use': 'notInUse',
  'In use': 'inUse',
  Busy: 'busy',
  Invalid: 'invalid',
  Unavailable: 'unavailable',
  Ringing: 'ringing',
  'Ring+Inuse': 'ringInUse',
  'On Hold': 'onHold',
}

function endpointListed(message: AmiMessage, at: number): PbxEvent | null {
  const name = message.get('ObjectName')
  if (!name) return null
  const aors = namesOf(message, 'Aor')
  return {
    type: 'endpointListed',
    at,
    listed: true,
    name,
    aors,
    contacts: contactsOf(message.get('Contacts') ?? '', aors),
    state: STATES[message.get('DeviceState') ?? ''] ?? 'unknown',
    signsIn: namesOf(message, 'Auths').length > 0,
    outboundAuths: namesOf(message, 'OutboundAuths'),
  }
}

/** `101/sip:101@192.0.2.1:5060,` each: a comma also stands within a URI, but no AOR and slash then follow it. */
function contactsOf(value: string, aors: readonly string[]): ContactName[] | null {
  if (value.length >= MAX_TEXT) return null
  const contacts: ContactName[] = []
  for (const part of value.split(',')) {
    const aor = aors.find((name) => part.startsWith(`${name}/`))
    const last = contacts.at(-1)
    if (aor !== undefined) contacts.push({ aor, uri: part.slice(aor.length + 1) })
    else if (part !== '' && last) last.uri += `,${part}`
  }
  return contacts
}

function endpointDetailed(message: AmiMessage, at: number): PbxEvent | null {
  const name = message.get('ObjectName')
  if (!name) return null
  const busyAt = numberOf(message, 'DeviceStateBusyAt') || null
  return { type: 'endpointDetailed', at, listed: true, name, busyAt, mailboxes: namesOf(message, 'Mailboxes') }
}

function peerListed(message: AmiMessage, at: number): PbxEvent | null {
  const technology = technologyOf(message, 'Channeltype')
  const name = message.get('ObjectName')
  if (!technology || !name) return null
  const address = addressOf(message, 'IPaddress', ['IPport', 'Port'])
  const registers = message.get('Dynamic')?.toLowerCase() === 'yes'
  const status = reachOf(message.get('Status') ?? '')
  // Who has to register and has no address has not.
  if (registers && address === null) status.reach = 'unregistered'
  return { type: 'peerListed', at, listed: true, technology, name, ...status, address, registers }
}

/** PJSIP tells the same of its endpoints, too, but of their contacts more. */
function peerChanged(message: AmiMessage, at: number): PbxEvent | null {
  const technology = technologyOf(message, 'ChannelType')
  const name = message.get('Peer')?.replace(/^[^/]*\//, '')
  if (!technology || !name) return null
  const { reach } = reachOf(message.get('PeerStatus') ?? '')
  const time = numberOf(message, 'Time')
  const roundTripMs = reach === 'reachable' && time !== undefined && time >= 0 ? time : null
  return { type: 'peerChanged', at, technology, name, reach, roundTripMs, address: textOf(message, 'Address') }
}

export const endpointReaders: Readers = {
  EndpointList: endpointListed,
  EndpointDetail: endpointDetailed,
  PeerEntry: peerListed,
  PeerStatus: peerChanged,
}
