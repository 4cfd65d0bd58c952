import { SEED } from '@/lib/domain/testing/random'
import { aLink } from '@/lib/domain/testing/records'
import { type Picture, takePicture } from '@/server/socket/pack'
import { projectFor, type Rights } from '@/server/socket/rights'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables } from '@/server/store/reducers/tables'
import type { ReadTables } from '@/server/store/types'
import type { TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Seeded } from '@/server/testing/model/seeded'
import { CONTEXT, PBX, type RecordedVersion, recorded, startOf } from '@/server/testing/recordings/recording'
import { RECORDED_FAMILIES } from '../recorded'
import { ReplayRecorder } from '../replay-recorder'

/** Somebody who may see everything. */
export const EVERYTHING: Rights = { scope: null, queues: null, parts: [], maskNumbers: false }

/** What somebody saw at a moment, as plain data. */
type Seen = { at: number; rights: Rights; picture: Record<string, unknown> }

/** Families of a replay as plain data, whatever the order of records. */
export function plainPicture(picture: Picture): Record<string, unknown> {
  const kept = picture.filter(({ family }) => (RECORDED_FAMILIES as readonly string[]).includes(family))
  return Object.fromEntries(kept.map(({ family, records }) => [family, Object.fromEntries(records)]))
}

/** What somebody with such rights sees of the live picture now. */
function seenNow(tables: ReadTables, rights: Rights): Record<string, unknown> {
  return plainPicture(takePicture(tables, projectFor(rights, tables)))
}

type RecordedDay = {
  clock: FixedClock
  store: WritableLiveStore
  recorder: ReplayRecorder
  /** What people saw at moments in between, by chance. */
  seen: Seen[]
}

/**
 * Minutes of real calls, as an Asterisk told them, through a real store, recorded; people look at it now and then. The
 * recorder is not closed.
 */
export async function recordDay(
  test: TestDatabase,
  version: RecordedVersion,
  people: readonly Rights[],
): Promise<RecordedDay> {
  const random = new Seeded(SEED)
  const clock = new FixedClock(startOf(version))
  const store = createLiveStore({ clock })
  const tables = createPbxTables(PBX)
  const source = store.attach({ tables, link: () => aLink({ pbx: PBX, state: 'live' }) })
  const recorder = new ReplayRecorder({ store, database: test.database, clock, log: silentLog, snapshotMs: 70_000 })
  await recorder.start()
  const seen: Seen[] = []
  for (const { event, at } of recorded(version)) {
    if (at > clock.now()) {
      clock.advance(at - clock.now())
      if (random.chance(0.1)) await recorder.written()
    }
    if (event === null) continue
    reduce(tables, event, CONTEXT)
    source.touched()
    if (!random.chance(0.1)) continue
    // A little later, or a flush that is due at this very moment could still change it.
    clock.advance(1 + random.below(99))
    for (const rights of people) seen.push({ at: clock.now(), rights, picture: seenNow(store.tables, rights) })
  }
  clock.advance(200)
  await recorder.written()
  return { clock, store, recorder, seen }
}
