import type { LinkHealth } from '@/lib/domain/link'
import { aLink } from '@/lib/domain/testing/records'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import type { TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { ReplayRecorder } from '../replay-recorder'

type HouseOptions = { at?: number; maxText?: number }

/** A house whose tables a test fills by hand, recorded. */
export async function openHouse({ database }: Pick<TestDatabase, 'database'>, options: HouseOptions = {}) {
  const { at, ...more } = options
  const clock = new FixedClock(at)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  let link: LinkHealth = aLink()
  const source = store.attach({ tables, link: () => link })
  const recorder = new ReplayRecorder({ store, database, clock, log: silentLog, ...more })
  await recorder.start()
  return {
    ...{ clock, store, tables, recorder },
    linkIs(state: LinkHealth['state']) {
      link = aLink({ state })
    },
    /** Tells what was changed, and lets time pass, in small steps at first. Resolves to the moment after. */
    async pass(ms: number): Promise<number> {
      source.touched()
      for (let passed = 0, step = 0; passed < ms; passed += step) {
        step = Math.min(ms - passed, passed < 40_000 ? 1_000 : 20_000)
        clock.advance(step)
        await recorder.written()
      }
      return clock.now()
    },
  }
}
