import { registrationId } from '@/lib/domain/ids'
import type { Registration } from '@/lib/domain/line'
import { partsOfUri } from '@/server/events/line-values'
import { lineKey, touchLine } from './line-tables'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

/** Asterisk asks anew so long before a registration ends (res_pjsip_outbound_registration.c, `REREGISTER_BUFFER_TIME`). */
const BUFFER_S = 10
/** A renewal passes through "request sent"; who still or again waits for the answer then has lost it. */
export const TRYING_MS = 15_000

type Listed = EventOf<'registrationListed'>

export function registrationListed(tables: PbxTables, event: Listed): void {
  const { technology, name, server, user, at, listed } = event
  const id = registrationId(tables.pbx, technology, name)
  const known = tables.registrations.get(id)
  const renewal = tables.renewals.get(id)
  const state = steadyState(event, known, renewal?.tryingSince)
  const expiryMs = event.expirySeconds === null ? null : (event.expirySeconds - BUFFER_S) * 1000
  const everyMs = renewal?.everyMs ?? (expiryMs !== null && expiryMs > 0 ? expiryMs : null)
  const tryingSince = event.state === 'trying' ? (renewal?.tryingSince ?? at) : null
  tables.renewals.set(id, { everyMs, renewedAt: renewal?.renewedAt ?? null, tryingSince })
  tables.registrations.set(id, {
    ...{ id, pbx: tables.pbx, technology, name, server, user, state },
    since: known?.state === state ? known.since : listed || !known ? null : at,
    nextAt: event.nextAt ?? (state === 'registered' ? (known?.nextAt ?? null) : null),
    endpoint: event.endpoint ?? trunkOf(tables, event),
  })
  touchTrunks(tables, known, tables.registrations.get(id), listed ? null : at)
}

/** While it only tries, what was before counts, for a time: every renewal passes through that. */
function steadyState(
  { at, state }: { at: number; state: Registration['state'] },
  known: Registration | undefined,
  tryingSince: number | null | undefined,
): Registration['state'] {
  if (state !== 'trying') return state
  if (tryingSince === null || tryingSince === undefined || at - tryingSince < TRYING_MS) return known?.state ?? state
  return known?.state === 'rejected' ? 'rejected' : 'unregistered'
}

/**
 * Events name no registration: one of the same user at the same server is meant, and where several are, the next list says.
 * Each renewal is told, which shows how long it takes to the next.
 */
export function registrationChanged(tables: PbxTables, event: EventOf<'registrationChanged'>): void {
  const { technology, server, user, at } = event
  const [known, ...others] = [...tables.registrations.values()].filter(
    (one) => one.technology === technology && one.user === user && one.server === server,
  )
  if (!known || others.length > 0) return
  const before = tables.renewals.get(known.id)
  const state = steadyState(event, known, before?.tryingSince)
  if (event.state === 'trying' && state === known.state) {
    const tryingSince = before?.tryingSince ?? at
    tables.renewals.set(known.id, { everyMs: null, renewedAt: null, ...before, tryingSince })
    return
  }
  const isRenewed = state === 'registered' && known.state === 'registered' && before?.renewedAt
  const measuredMs = isRenewed ? at - (before?.renewedAt ?? at) : null
  const everyMs = measuredMs !== null && measuredMs > 0 ? shorter(before?.everyMs ?? null, measuredMs) : before?.everyMs
  const renewedAt = state === 'registered' ? at : null
  tables.renewals.set(known.id, {
    everyMs: everyMs ?? null,
    renewedAt,
    tryingSince: event.state === 'trying' ? at : null,
  })
  tables.registrations.set(known.id, {
    ...known,
    state,
    since: known.state === state ? known.since : at,
    nextAt: state === 'registered' && everyMs ? at + everyMs : null,
  })
}

/** The other side may grant less than was asked for. Who was told to register at once did not wait so long. */
function shorter(everyMs: number | null, measuredMs: number): number {
  const MIN_MS = 20_000
  return everyMs === null || (measuredMs < everyMs && measuredMs >= MIN_MS) ? measuredMs : everyMs
}

export function registrationRemoved(tables: PbxTables, event: EventOf<'registrationRemoved'>): void {
  const id = registrationId(tables.pbx, event.technology, event.name)
  const known = tables.registrations.get(id)
  tables.registrations.delete(id)
  tables.renewals.delete(id)
  touchTrunks(tables, known, undefined, event.at)
}

function touchTrunks(
  tables: PbxTables,
  before: Registration | undefined,
  after: Registration | undefined,
  at: number | null,
): void {
  if (before?.endpoint === after?.endpoint) return
  for (const one of [before, after]) if (one?.endpoint) touchLine(tables, lineKey(one.technology, one.endpoint), at)
}

/** The one trunk that signs in with the same, or is at the same address; `null` when none is, or several are. */
function trunkOf(tables: PbxTables, { technology, outboundAuth, address }: Listed): string | null {
  const lines = [...tables.lines.entries()].filter(([, line]) => line.technology === technology)
  const sameAuth = lines.filter(([, line]) => outboundAuth !== null && line.outboundAuths.includes(outboundAuth))
  const found =
    sameAuth.length > 0 ? sameAuth : lines.filter(([key]) => addressesOf(tables, key).includes(address ?? ''))
  return found.length === 1 ? (found[0]?.[1].name ?? null) : null
}

function addressesOf(tables: PbxTables, key: string): string[] {
  const address = tables.lines.get(key)?.peer?.address
  const contacts = [...tables.contactsByLine.of(key)].flatMap((id) => tables.contacts.get(id) ?? [])
  return [...(address ? [address] : []), ...contacts.map(({ uri }) => partsOfUri(uri).host)]
}
