import type { LinkHealth } from '@/lib/domain/link'
import { aCaller, aLink, aMember, aQueue } from '@/lib/domain/testing/records'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { FixedClock } from '@/server/testing/fixed-clock'

/** A store with two queues, one member and one caller in each, and the link as given. */
export function sampleStore(link: Partial<LinkHealth> = {}): WritableLiveStore {
  const store = createLiveStore({ clock: new FixedClock(), epoch: 'epoch' })
  const tables = emptySourceTables()
  for (const name of ['support', 'sales']) {
    const queue = aQueue(name, { completed: 4, abandoned: 1, serviceLevelPerf: 75, serviceLevelPerf2: 80 })
    const member = aMember(name, '101', { name: 'Ana', callsTaken: 2 })
    const caller = aCaller(name, `${name}.1`)
    tables.queues.set(queue.id, queue)
    tables.members.set(member.id, member)
    tables.callers.set(caller.id, caller)
  }
  store.attach({ tables, link: () => aLink(link) }).touched()
  store.flush()
  return store
}
