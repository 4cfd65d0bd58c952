import type { AmiConnection, AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import { LINE_LISTS } from './lines/line-lists'
import type { LineReader } from './lines/line-reader'
import type { ListOutcome, ListReader } from './list-reader'
import type { Picture } from './picture'
import { isRefusal } from './refusal'
import { emptyIfNobody, ROOMS, readParticipants } from './rooms-reading'

/** Without the queues there is no picture; the other lists may be missing (old versions, rights). */
const QUEUES = 'QueueStatus'
const CHANNELS = 'CoreShowChannels'
const LISTS = [
  ...[CHANNELS, 'BridgeList', QUEUES, 'ExtensionStateList', 'DeviceStateList'],
  ...['ParkedCalls', 'Parkinglots', ROOMS],
]

/** What the lists' companions tell of the PBX. */
export type PbxFacts = {
  /** Start-up date and time by Asterisk's own clock and zone: names one run of it. `null`: not told. */
  startup: string | null
  asteriskVersion: string | null
  /** Lists that this PBX does not know or does not allow us. */
  missing: string[]
  /** Lists of technologies that it has not loaded, where nothing is missed. */
  absent: string[]
}

export type ReadingFailure = { kind: 'failed'; error: string; refused: boolean }

type Readers = {
  connection: AmiConnection
  reader: ListReader
  lines: LineReader
  picture: Picture
  item(event: PbxEvent): void
}

/**
 * Reads all lists into a fresh shadow, in one write; only within `reader.exclusive`. The shadow stays open for the
 * caller to swap or drop. Never rejects.
 * @param known what lists do not tell and must stand before them
 * @param unbroken the link has not been lost since the tables were complete
 */
export async function readEverything(
  { connection, reader, lines, picture, item }: Readers,
  known: readonly PbxEvent[],
  unbroken: boolean,
): Promise<{ kind: 'read'; facts: PbxFacts } | ReadingFailure> {
  picture.openShadow(known)
  const asked = Promise.all(['Ping', 'CoreStatus', 'CoreSettings'].map((action) => answer(connection, action)))
  const lists = await reader.read(
    LISTS.map((action) => ({ action })),
    item,
  )
  const outcomes = [...lists.map(emptyIfNobody), ...(await readParticipants(reader, picture.beside, item))]
  const failed = outcomes.find(({ action, error }) => error !== null && (action === QUEUES || !isRefusal(error)))
  if (failed) return failure(failed)
  const missing = [...new Set(outcomes.flatMap(({ error, action }) => (error === null ? [] : action)))]
  if (unbroken && lacksChannels(picture) && !missing.includes(CHANNELS)) await reader.read([{ action: CHANNELS }], item)
  await lines.read(LINE_LISTS, picture.beside, item)
  const [, status, settings] = await asked
  const { denied, absent } = lines.missing
  return { kind: 'read', facts: { ...factsOf(status, settings), missing: [...missing, ...denied], absent } }
}

/** Asterisk 16 once left a channel out of CoreShowChannels that had just begun: ask again before it is given up. */
function lacksChannels({ tables, beside }: Picture): boolean {
  for (const uniqueid of tables.channels.keys()) if (!beside?.channels.has(uniqueid)) return true
  return false
}

function failure({ action, error }: ListOutcome): ReadingFailure {
  return { kind: 'failed', error: `${action}: ${error?.message}`, refused: error !== null && isRefusal(error) }
}

type Answer = AmiMessage | null | undefined

function factsOf(status: Answer, settings: Answer): Pick<PbxFacts, 'startup' | 'asteriskVersion'> {
  const date = status?.get('CoreStartupDate')
  const time = status?.get('CoreStartupTime')
  const startup = date && time ? `${date} ${time}` : null
  return { startup, asteriskVersion: settings?.get('AsteriskVersion') || null }
}

/** The answer, or `null` where this login may not ask or this Asterisk does not know. */
async function answer(connection: AmiConnection, action: string): Promise<AmiMessage | null> {
  try {
    return await connection.send({ action })
  } catch {
    return null
  }
}
