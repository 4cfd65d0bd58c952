import { type ContactId, contactId } from '@/lib/domain/ids'
import type { ContactName } from '@/server/events/line-event'
import { lineKey, touchLine } from './line-tables'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

type Told = { at: number; listed: boolean }

/** What a contact is known by. */
export function contactKey(tables: PbxTables, { aor, uri }: ContactName): ContactId {
  return contactId(tables.pbx, aor, uri)
}

/** Its endpoint's list names a contact: that it is there, and no more. */
export function knowContact(tables: PbxTables, { aor, uri }: ContactName, endpoint: string, told: Told): void {
  const id = contactKey(tables, { aor, uri })
  if (tables.contacts.get(id)) return
  const state = { reach: 'unknown', since: null, roundTripMs: null, userAgent: null } as const
  tables.contacts.set(id, { id, pbx: tables.pbx, aor, endpoint, uri, ...state })
  const key = lineKey('PJSIP', endpoint)
  tables.contactsByLine.add(key, id)
  touchLine(tables, key, told.listed ? null : told.at)
}

/**
 * What a list or an event says of a contact. Of an endpoint that no list told (an account may not ask for them) nothing is
 * kept: a part would pass for the whole.
 */
export function contactPut(tables: PbxTables, event: EventOf<'contactPut'>): void {
  const { endpoint, at, listed, roundTripMs, userAgent } = event
  const key = lineKey('PJSIP', endpoint)
  if (!tables.lines.has(key)) return
  knowContact(tables, event, endpoint, event)
  const id = contactKey(tables, event)
  const known = tables.contacts.get(id)
  if (!known) return
  // Some words tell that something changed and not how things stand.
  const reach = event.reach === 'unknown' ? known.reach : event.reach
  const isSame = reach === known.reach
  tables.contacts.set(id, {
    ...known,
    reach,
    since: isSame ? known.since : listed ? null : at,
    roundTripMs: reach === 'reachable' ? (roundTripMs ?? (isSame ? known.roundTripMs : null)) : null,
    userAgent: userAgent === undefined || userAgent === null ? known.userAgent : userAgent,
  })
  touchLine(tables, key, listed ? null : at)
}

export function contactRemoved(tables: PbxTables, event: EventOf<'contactRemoved'>): void {
  forgetContact(tables, contactKey(tables, event), event.at)
}

export function forgetContact(tables: PbxTables, id: ContactId, at: number): void {
  const contact = tables.contacts.get(id)
  if (!contact) return
  tables.contacts.delete(id)
  const key = lineKey('PJSIP', contact.endpoint ?? contact.aor)
  tables.contactsByLine.delete(key, id)
  touchLine(tables, key, at)
}
