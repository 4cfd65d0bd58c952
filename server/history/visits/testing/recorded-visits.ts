import type { TurnedAway, Visit } from '@/lib/domain/visit'
import { readLogLine } from '@/server/history/import/log-line'
import { LogVisits } from '@/server/history/import/log-visits'
import { takerOf } from '@/server/store/reducers/pickups'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables } from '@/server/store/reducers/tables'
import {
  CONTEXT,
  fileOf,
  PBX,
  type RecordedVersion,
  type Recording,
  recordedCalls,
} from '@/server/testing/recordings/recording'
import { VisitFollower } from '../visit-follower'

/** The visits of a recording from its live events, in the order of coming, and the tables as they stand at its end. */
export function followed(version: RecordedVersion, recording: Recording) {
  const tables = createPbxTables(PBX)
  const visits = new Map<string, Visit>()
  const away: TurnedAway[] = []
  const follower = new VisitFollower({
    pbx: PBX,
    channelName: (uniqueid) => tables.channels.get(uniqueid)?.name ?? null,
    memberName: (queue, iface) => tables.members.get(tables.ids.member(queue, iface))?.name ?? null,
    otherHalf: (uniqueid) => tables.channels.get(uniqueid)?.otherHalf ?? null,
    takerOf: (queue, agentUniqueid) => takerOf(tables, queue, agentUniqueid),
    told: (visit) => visits.set(visit.id, visit),
    turnedAway: (one) => away.push(one),
  })
  for (const { event, isListItem } of recordedCalls(version, recording)) {
    if (!event || isListItem) continue
    reduce(tables, event, CONTEXT)
    follower.take(event)
  }
  return { visits: inOrder([...visits.values()]), away, follower, tables }
}

/** The same from Asterisk's log. */
export function logged(version: RecordedVersion, recording: Recording): Visit[] {
  const visits: Visit[] = []
  const log = new LogVisits(PBX, (visit) => visits.push(visit))
  for (const text of fileOf(version, `${recording}.queue_log`).split('\n')) {
    const line = readLogLine(text)
    if (line) log.take(line)
  }
  log.endTalks()
  return inOrder(visits)
}

function inOrder(visits: readonly Visit[]): Visit[] {
  return visits.toSorted((one, other) => one.enteredAt - other.enteredAt)
}

export function waitOf({ answeredAt, leftAt, enteredAt }: Visit): number {
  return (answeredAt ?? leftAt ?? 0) - enteredAt
}

export function talkOf({ answeredAt, talkEndedAt }: Visit): number {
  return (talkEndedAt ?? 0) - (answeredAt ?? 0)
}
