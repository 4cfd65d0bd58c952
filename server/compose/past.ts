import type { PbxName } from '@/lib/domain/ids'
import type { ReplayDeps } from '@/server/api/replay/deps'
import { ChunkIndex } from '@/server/history/replay/chunk-index'
import { ChunkReader } from '@/server/history/replay/chunk-reader'
import { Replay } from '@/server/history/replay/replay'
import { ReplayRecorder } from '@/server/history/replay/replay-recorder'
import { together } from '@/server/history/writer-state'
import type { Log } from '@/server/log'
import type { LiveStore } from '@/server/store/types'

type PastOptions = Pick<ReplayDeps, 'database' | 'audit' | 'clock' | 'timeZone' | 'blind'> & {
  pbx: PbxName
  replayDays: number
  store: Pick<LiveStore, 'tables' | 'links' | 'onFlush'>
  log: Log
}

const NOTHING_WAITS = together()

/** The day replay: what records the live picture, and what plays it. */
export async function openPast({ pbx, replayDays, store, log, ...shared }: PastOptions) {
  const { database, clock } = shared
  const recorder = replayDays === 0 ? null : new ReplayRecorder({ pbx, store, database, clock, log })
  await recorder?.start()
  const state = () => recorder?.state ?? NOTHING_WAITS
  const deps: ReplayDeps = {
    ...shared,
    replay: new Replay(database, new ChunkReader(database, recorder?.run ?? null)),
    index: new ChunkIndex(database, clock, replayDays),
    keptDays: replayDays,
    failingSince: () => state().failingSince,
    written: async () => recorder?.written(),
  }
  return { deps, state, close: async () => recorder?.close() }
}
