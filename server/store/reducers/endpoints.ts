import { endpointId } from '@/lib/domain/ids'
import type { Technology } from '@/lib/domain/line'
import { contactKey, forgetContact, knowContact } from './contacts'
import { type Line, lineKey, touchLine } from './line-tables'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

const UNTOLD = { state: null, aors: [], outboundAuths: [], registers: false, details: null, peer: null }

export function endpointListed(tables: PbxTables, event: EventOf<'endpointListed'>): void {
  const { name, aors, contacts, state, signsIn, outboundAuths } = event
  const key = lineKey('PJSIP', name)
  const registers = signsIn && outboundAuths.length === 0
  putLine(tables, key, { technology: 'PJSIP', name, state, aors, outboundAuths, registers }, event)
  if (contacts === null) return
  const named = new Set(contacts.map((contact) => contactKey(tables, contact)))
  for (const contact of contacts) knowContact(tables, contact, name, event)
  for (const id of [...tables.contactsByLine.of(key)]) if (!named.has(id)) forgetContact(tables, id, event.at)
}

export function endpointDetailed(tables: PbxTables, event: EventOf<'endpointDetailed'>): void {
  const { name, busyAt, mailboxes } = event
  const key = lineKey('PJSIP', name)
  if (tables.lines.has(key)) putLine(tables, key, { technology: 'PJSIP', name, details: { busyAt, mailboxes } }, event)
}

export function peerListed(tables: PbxTables, event: EventOf<'peerListed'>): void {
  const { technology, name, reach, roundTripMs, address, registers } = event
  const peer = { reach, roundTripMs, address }
  putLine(tables, lineKey(technology, name), { technology, name, registers, peer }, event)
}

/** An unknown peer is left to the next list, and an endpoint of PJSIP to its contacts. */
export function peerChanged(tables: PbxTables, event: EventOf<'peerChanged'>): void {
  const { technology, name, reach, roundTripMs } = event
  const key = lineKey(technology, name)
  const known = tables.lines.get(key)?.peer
  if (!known) return
  const address = reach === 'unregistered' ? null : (event.address ?? known.address)
  putLine(tables, key, { technology, name, peer: { reach, roundTripMs, address } }, { ...event, listed: false })
}

export function endpointRemoved(tables: PbxTables, { technology, name, at }: EventOf<'endpointRemoved'>): void {
  const key = lineKey(technology, name)
  for (const id of [...tables.contactsByLine.of(key)]) forgetContact(tables, id, at)
  tables.lines.delete(key)
  tables.touchedLines.delete(key)
  tables.endpoints.delete(endpointId(tables.pbx, technology, name))
}

type Told = Partial<Line> & { technology: Technology; name: string }

function putLine(tables: PbxTables, key: string, told: Told, { at, listed }: { at: number; listed: boolean }): void {
  tables.lines.set(key, { ...UNTOLD, ...tables.lines.get(key), ...told })
  touchLine(tables, key, listed ? null : at)
}
