import { dayStart } from '@/lib/domain/day-start'
import { queueId } from '@/lib/domain/ids'
import type { KpiRules } from '@/lib/domain/kpi'
import type { LinkState } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import { aCaller, aLink, aQueue, PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { Database } from '@/server/db/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import { FigureKeeper } from '@/server/history/figures/figure-keeper'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import type { PbxSession } from '@/server/store/pbx-session'
import { emptySourceTables } from '@/server/store/source-tables'
import { FixedClock } from '@/server/testing/fixed-clock'
import { VisitRecorder } from '../visit-recorder'
import { VisitWriter } from '../visit-writer'
import type { Centre } from './centre'
import { QUEUES } from './staff'

export const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }
export const dayOf = (now: number) => dayStart(now, 'UTC', 0)

/** What else follows the same PBX is built on these; it starts before visits are followed. */
export type Parts = {
  session: Pick<PbxSession, 'pbx' | 'onEvent'>
  store: WritableLiveStore
  database: Database
  clock: FixedClock
  log: typeof silentLog
}

/** One life of the product, from its start to its end or kill, with a clock of its own. */
export async function startProduct(
  database: Database,
  at: number,
  centre: () => Centre,
  told: (visit: Visit) => void,
  attach: (parts: Parts) => Promise<void> = async () => {},
) {
  const clock = new FixedClock(at)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  let state: LinkState = 'connecting'
  let heardAt: number | null = null
  const source = store.attach({ tables, link: () => aLink({ state, heardAt }) })
  const listeners = new Set<(event: PbxEvent) => void>()
  const writer = new VisitWriter({ database, clock, log: silentLog })
  const session = {
    pbx: PBX,
    onEvent(listener: (event: PbxEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takerOf: (_queue: string, agentUniqueid: string | null) => centre().takerOf(agentUniqueid),
    channel(uniqueid: string) {
      const name = centre().channelName(uniqueid)
      return name === null ? undefined : ({ name } as never)
    },
  }
  const keeper: FigureKeeper = new FigureKeeper({
    ...{ session, store, database, clock, log: silentLog, rulesOf: () => RULES, dayStart: dayOf },
    async written() {
      await Promise.all([writer.write(), recorder.written()])
    },
  })
  const recorder: VisitRecorder = new VisitRecorder({
    ...{ session, store, writer, database, clock, log: silentLog },
    askStatus: async (uniqueid) => centre().status(uniqueid),
    told(visit) {
      told(visit)
      keeper.take(visit)
    },
    turnedAway: (one) => keeper.takeTurnedAway(one),
    sees: (since, gap) => keeper.sees(since, gap),
  })
  await keeper.start()
  await attach({ session, store, database, clock, log: silentLog })
  await recorder.start()

  /** The picture is what the lists say now. */
  function readLists(): void {
    for (const { id } of [...tables.callers.values()]) tables.callers.delete(id)
    for (const { uniqueid, queue, enteredAt } of centre().standing) {
      const caller = aCaller(queue, uniqueid, { joinedAt: enteredAt })
      tables.callers.set(caller.id, caller)
    }
    for (const queue of QUEUES) {
      const counters = { ...centre().counters.get(queue), countersSince: centre().startedAt }
      tables.queues.set(queueId(PBX, queue), aQueue(queue, counters))
    }
    source.touched()
    store.flush()
  }

  return {
    ...{ clock, recorder, keeper, writer, store },
    /** Somebody's place in a queue is otherwise, or is none any more. */
    member(member: Member, isGone = false): void {
      if (isGone) tables.members.delete(member.id)
      else tables.members.set(member.id, member)
      source.touched()
    },
    get state() {
      return state
    },
    get figures() {
      store.flush()
      return [...store.tables.kpis.values()]
    },
    readLists,
    hear(event: Record<string, unknown>): void {
      if (state !== 'live' && state !== 'syncing') return
      for (const listener of listeners) listener({ at: clock.now(), ...event } as PbxEvent)
      if (state === 'live') heardAt = clock.now()
    },
    link(next: LinkState): void {
      state = next
      if (next === 'live') {
        heardAt = clock.now()
        readLists()
      }
      source.linkChanged()
    },
    pass(ms: number): void {
      if (state === 'live') {
        heardAt = clock.now()
        readLists()
      }
      clock.advance(ms)
      if (state === 'live') heardAt = clock.now()
    },
  }
}

export type Product = Awaited<ReturnType<typeof startProduct>>
