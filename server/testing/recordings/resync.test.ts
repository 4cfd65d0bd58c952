import { describe, expect, test } from 'vitest'
import { carryHouse } from '@/server/store/reducers/carry-house'
import { carryOver } from '@/server/store/reducers/carry-over'
import { reduce } from '@/server/store/reducers/reduce'
import { settleHouse } from '@/server/store/reducers/settle-house'
import { createPbxTables, type PbxTables } from '@/server/store/reducers/tables'
import { CONTEXT, PBX, type RecordedVersion, recorded, startOf } from './recording'

const FIRST_LISTS_MS = 4_000
/** `queue reload all` after a change of the file. */
const RELOAD_SECOND = 132

type Poll = { second: number; live: PbxTables; shadow: PbxTables }

/** Every poll of the recording: the tables fed by live events, and a shadow read from its lists beside them. */
function polls(version: RecordedVersion, look: (poll: Poll) => void): void {
  const start = startOf(version)
  const live = createPbxTables(PBX)
  let shadow: PbxTables | null = null
  for (const { event, message, at, isListItem } of recorded(version)) {
    const isFirst = at < start + FIRST_LISTS_MS
    if (!isFirst && message.get('EventList') === 'start' && shadow === null) shadow = createPbxTables(PBX)
    if (event && (!isListItem || isFirst)) reduce(live, event, CONTEXT)
    if (event && shadow) reduce(shadow, event, CONTEXT)
    if (message.name === 'QueueSummaryComplete' && shadow) {
      look({ second: Math.round((at - start) / 1000), live, shadow })
      shadow = null
    }
  }
}

describe.each<RecordedVersion>(['22', '16'])('lists of an Asterisk %s read beside live events', (version) => {
  test('tell the same of members, callers, calls and who talks to whom, since when included, as the live events did', () => {
    const seen: number[] = []
    polls(version, ({ second, live, shadow }) => {
      settleHouse(live, CONTEXT)
      carryOver(live, shadow)
      carryHouse(live, shadow, [])
      settleHouse(shadow, CONTEXT)
      seen.push(second)
      expect(plain(shadow.members, second > RELOAD_SECOND), `members at ${second} s`).toEqual(
        plain(live.members, second > RELOAD_SECOND),
      )
      expect(plain(shadow.callers), `callers at ${second} s`).toEqual(plain(live.callers))
      expect(plain(shadow.calls), `calls at ${second} s`).toEqual(plain(live.calls))
      expect(plain(shadow.phoneChannels), `phones at ${second} s`).toEqual(plain(live.phoneChannels))
    })
    expect(seen.length).toBeGreaterThan(5)
  })

  test('count the same', () => {
    polls(version, ({ second, live, shadow }) => {
      const counted = (tables: PbxTables) =>
        [...tables.queues.values()].map(({ name, completed, abandoned }) => [name, completed, abandoned])
      expect(counted(shadow), `at ${second} s`).toEqual(counted(live))
    })
  })
})

/** Records by id. What the silent reload changed stays out of the comparison from then on: only lists tell it. */
function plain(table: { entries(): Iterable<[string, object]> }, isReloaded = false) {
  const silent = isReloaded ? { penalty: 0, loggedInAt: 0, lastPauseAt: 0 } : {}
  return Object.fromEntries(Array.from(table.entries(), ([id, record]) => [id, { ...record, ...silent }]))
}
