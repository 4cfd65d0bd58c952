import type { PbxEvent } from '@/server/events/pbx-event'
import type { PbxTables } from '../reducers/tables'
import type { ListOutcome, ListReader } from './list-reader'

/** Open conferences; who is in each is a list of its own. */
export const ROOMS = 'ConfbridgeListRooms'
export const PARTICIPANTS = 'ConfbridgeList'
/** An empty list, in ConfBridge's words (apps/app_confbridge.c): none is open, or this one no more. */
const NOBODY = /No (active conferences|Conference by that name found)/i

/** A list that says by an error that there is nothing is a list without items. */
export function emptyIfNobody(outcome: ListOutcome): ListOutcome {
  return outcome.error !== null && NOBODY.test(outcome.error.message) ? { ...outcome, error: null } : outcome
}

/** Reads who is in these conferences; only within `reader.exclusive`. */
export async function readParticipants(
  reader: ListReader,
  tables: Pick<PbxTables, 'conferences'> | null,
  item: (event: PbxEvent) => void,
): Promise<ListOutcome[]> {
  const rooms = [...(tables?.conferences.values() ?? [])]
  if (rooms.length === 0) return []
  const actions = rooms.map(({ name }) => ({ action: PARTICIPANTS, headers: { Conference: name } }))
  return (await reader.read(actions, item)).map(emptyIfNobody)
}
