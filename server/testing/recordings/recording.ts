import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { pbxName } from '@/lib/domain/ids'
import type { QueueSettings } from '@/lib/domain/queue'
import { NO_LIMITS } from '@/lib/domain/testing/records'
import { MessageReader } from '@/server/ami/reader'
import type { AmiMessage } from '@/server/ami/types'
import { normalise } from '@/server/events/normalise'
import type { PbxEvent } from '@/server/events/pbx-event'
import { type ReduceContext, reduce } from '@/server/store/reducers/reduce'
import { createPbxTables, type PbxTables } from '@/server/store/reducers/tables'

export type RecordedVersion = '16' | '22'

const settings: QueueSettings = {
  label: '',
  limits: NO_LIMITS,
  wrapUpSeconds: 0,
}

export const PBX = pbxName('lab')
export const CONTEXT: ReduceContext = { pbx: PBX, settings: (queue) => ({ ...settings, label: queue }) }

/** A file of a recording as text; those ending in `.gz` are unpacked. */
export function fileOf(version: RecordedVersion, name: string): string {
  return bytesOf(version, name).toString('utf8')
}

function bytesOf(version: RecordedVersion, name: string): Buffer {
  const bytes = readFileSync(new URL(`asterisk-${version}.${name}`, import.meta.url))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

export type Recorded = { message: AmiMessage; at: number; event: PbxEvent | null; isListItem: boolean }

const read = new Map<RecordedVersion, Recorded[]>()

/** Every message of a recording, with the time at which it came: list items came with the event before them. */
export function recorded(version: RecordedVersion): readonly Recorded[] {
  const messages = read.get(version) ?? readRecording(version)
  read.set(version, messages)
  return messages
}

function readRecording(version: RecordedVersion): Recorded[] {
  return messagesOf(bytesOf(version, 'ami.gz'), startOf(version))
}

/**
 * Rare calls, each recording with its own queue_log. `hand-overs`: one channel takes another's place, by attended transfers of an
 * agent who waits in a queue or talks to its agent, by Local channels on either side, and an agent who hangs up before the
 * caller is put through. `pickups`: calls of queues that somebody takes from the phone that rings. `taken-out`: redirected,
 * parked, bridged with others or led to a conference while they wait, ring or talk. `three-way`: attended transfers that end
 * in a talk of three, are toggled or taken back. `options`: nearly everything that can be set of a queue and asked of `Queue()`.
 */
export type Recording = 'hand-overs' | 'pickups' | 'taken-out' | 'three-way' | 'options'

export function recordedCalls(version: RecordedVersion, recording: Recording): readonly Recorded[] {
  return messagesOf(bytesOf(version, `${recording}.ami.gz`), 0)
}

function messagesOf(bytes: Buffer, from: number): Recorded[] {
  const messages: Recorded[] = []
  let at = from
  const reader = new MessageReader({
    onMessage(message) {
      const timestamp = message.get('Timestamp')
      if (timestamp !== undefined) at = Math.floor(Number(timestamp) * 1000)
      const isListItem = message.get('ActionID') !== undefined
      messages.push({ message, at, event: normalise(message, at), isListItem })
    },
  })
  reader.push(bytes)
  return messages
}

type Expected = { start_epoch: number }

/** When the recording began, in ms since 1970. */
export function startOf(version: RecordedVersion): number {
  const expected: Expected = JSON.parse(fileOf(version, 'expected.json'))
  return Math.floor(expected.start_epoch * 1000)
}

/** Tables fed with every recorded event for which `take` says yes. */
export function replay(messages: readonly Recorded[], take: (recorded: Recorded) => boolean): PbxTables {
  const tables = createPbxTables(PBX)
  for (const one of messages) if (one.event && take(one)) reduce(tables, one.event, CONTEXT)
  return tables
}
