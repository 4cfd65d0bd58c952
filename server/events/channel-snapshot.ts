import type { AmiMessage } from '@/server/ami/types'
import type { ChannelFields } from './pbx-event'
import { numberOf, textOf, unescapeC } from './values'
import { CALLER_NUMBER } from './versions'

/** The header names of one snapshot within a message: events about two channels have a prefix for each. */
type SnapshotHeaders = {
  readonly channel: string
  readonly state: string
  readonly callerNumbers: readonly string[]
  readonly callerName: string
  readonly connectedNumber: string
  readonly connectedName: string
  readonly accountCode: string
  readonly context: string
  readonly exten: string
  readonly uniqueid: string
  readonly linkedid: string
}

function headersWith(prefix: string): SnapshotHeaders {
  return {
    channel: `${prefix}Channel`,
    state: `${prefix}ChannelState`,
    callerNumbers: CALLER_NUMBER.map((name) => prefix + name),
    callerName: `${prefix}CallerIDName`,
    connectedNumber: `${prefix}ConnectedLineNum`,
    connectedName: `${prefix}ConnectedLineName`,
    accountCode: `${prefix}AccountCode`,
    context: `${prefix}Context`,
    exten: `${prefix}Exten`,
    uniqueid: `${prefix}Uniqueid`,
    linkedid: `${prefix}Linkedid`,
  }
}

export const SUBJECT = headersWith('')
export const DEST = headersWith('Dest')
export const TRANSFEREE = headersWith('Transferee')
export const PARKEE = headersWith('Parkee')
export const LOCAL_ONE = headersWith('LocalOne')
export const LOCAL_TWO = headersWith('LocalTwo')

/** Reads a channel out of a message; `null` when the message has none under these names. */
export function channelOf(message: AmiMessage, headers: SnapshotHeaders): ChannelFields | null {
  const uniqueid = message.get(headers.uniqueid)
  if (!uniqueid) return null
  const linkedid = message.get(headers.linkedid)
  const nameOf = linkedid === undefined ? textOf : escapedTextOf
  return {
    uniqueid,
    linkedid: linkedid || uniqueid,
    name: message.get(headers.channel) ?? '',
    state: numberOf(message, headers.state) ?? null,
    caller: { number: firstTextOf(message, headers.callerNumbers), name: nameOf(message, headers.callerName) },
    connected: { number: textOf(message, headers.connectedNumber), name: nameOf(message, headers.connectedName) },
    accountCode: textOf(message, headers.accountCode),
    context: textOf(message, headers.context),
    exten: textOf(message, headers.exten),
  }
}

function firstTextOf(message: AmiMessage, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(message, name)
    if (text !== null) return text
  }
  return null
}

/** Snapshots of channels (12 and later, known by their Linkedid) escape names; older events do not. */
function escapedTextOf(message: AmiMessage, header: string): string | null {
  const text = textOf(message, header)
  return text === null ? null : unescapeC(text)
}
