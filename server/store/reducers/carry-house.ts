import type { Contact, Registration } from '@/lib/domain/line'
import type { Mailbox } from '@/lib/domain/mailbox'
import type { PbxTables } from './tables'

/** The list of voice mailboxes, and what names those that it would. */
const MAILBOXES = 'VoicemailUsersList'

/**
 * Takes along what lists do not tell of phones, trunks and mailboxes: since when, and what is read of single ones only. What
 * is put together at a flush starts from what was told. `missing`: lists that were not told.
 */
export function carryHouse(from: PbxTables, into: PbxTables, missing: readonly string[]): void {
  for (const [key, presence] of from.presences) if (!into.presences.has(key)) carryPresence(into, key, presence)
  for (const [id, contact] of into.contacts.entries()) carryContact(into, contact, from.contacts.get(id))
  for (const [id, registration] of into.registrations.entries()) {
    carryRegistration(from, into, registration, from.registrations.get(id))
  }
  if (missing.includes(MAILBOXES)) for (const [id, mailbox] of from.mailboxes.entries()) into.mailboxes.set(id, mailbox)
  else for (const [id, mailbox] of into.mailboxes.entries()) carryMailbox(into, mailbox, from.mailboxes.get(id))
  carryLines(from, into)
  carryPhoneChannels(from, into)
}

type Presence = PbxTables['presences'] extends Map<string, infer P> ? P : never

function carryPresence(into: PbxTables, key: string, presence: Presence): void {
  into.presences.set(key, presence)
  for (const id of into.extensionsByPresentity.of(key)) into.extensions.patch(id, { presence })
}

/** Fixed contacts stand in a list without their state, which is asked for endpoint by endpoint. */
function carryContact(into: PbxTables, contact: Contact, before: Contact | undefined): void {
  if (!before) return
  const { reach, since, roundTripMs } = before
  if (contact.reach === 'unknown') into.contacts.set(contact.id, { ...contact, reach, since, roundTripMs })
  else if (contact.reach === reach) into.contacts.set(contact.id, { ...contact, since })
}

function carryRegistration(
  from: PbxTables,
  into: PbxTables,
  registration: Registration,
  before: Registration | undefined,
): void {
  const { id } = registration
  const renewal = from.renewals.get(id)
  if (renewal) into.renewals.set(id, { ...into.renewals.get(id), ...renewal })
  // While it only tries, what was before counts.
  const state = registration.state === 'trying' && before ? before.state : registration.state
  if (before?.state !== state) return
  const nextAt = registration.nextAt ?? (state === 'registered' ? before.nextAt : null)
  into.registrations.set(id, { ...registration, state, since: before.since, nextAt })
}

function carryMailbox(into: PbxTables, mailbox: Mailbox, before: Mailbox | undefined): void {
  if (before?.newMessages !== mailbox.newMessages || before.oldMessages !== mailbox.oldMessages) return
  const { changedAt, urgentMessages } = before
  into.mailboxes.set(mailbox.id, { ...mailbox, changedAt, urgentMessages })
}

function carryLines(from: PbxTables, into: PbxTables): void {
  for (const [key, line] of into.lines) {
    const before = from.lines.get(key)
    if (before && line.details === null) into.lines.set(key, { ...line, details: before.details })
    into.touchedLines.set(key, null)
  }
  for (const [id, endpoint] of from.endpoints.entries()) {
    if (into.lines.has(`${endpoint.technology}/${endpoint.name}`.toLowerCase())) into.endpoints.set(id, endpoint)
  }
}

function carryPhoneChannels(from: PbxTables, into: PbxTables): void {
  for (const [id, channel] of from.phoneChannels.entries()) {
    if (into.channels.has(channel.uniqueid)) into.phoneChannels.set(id, channel)
  }
  for (const key of into.openCalls.keys()) into.touchedTalks.set(key, null)
}
