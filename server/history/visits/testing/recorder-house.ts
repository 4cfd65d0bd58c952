import { queueId } from '@/lib/domain/ids'
import type { LinkState } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { aCaller, aLink, aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import type { PbxEvent } from '@/server/events/pbx-event'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import type { TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import type { ToldSpan } from '../../agents/agent-follower'
import { AgentRecorder } from '../../agents/agent-recorder'
import { VisitRecorder } from '../visit-recorder'
import { VisitWriter } from '../visit-writer'

export const START = new FixedClock().now()
export const TOM = { number: '+49 170 1234567', name: 'Tom' }
export const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** A queue with Ana at 101. `waiting` and `channels`: who is there when the process starts. */
export async function openHouse(
  { database }: TestDatabase,
  at = START,
  waiting: readonly string[] = [],
  channels: readonly string[] = [],
  maxWaiting = 1000,
  hasPast = false,
) {
  const clock = new FixedClock(at)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  let state: LinkState = at === START ? 'live' : 'connecting'
  let heardAt = at
  const source = store.attach({ tables, link: () => aLink({ state, heardAt }) })
  const member = aMember('support', '101', { name: 'Ana' })
  tables.queues.set(queueId(PBX, 'support'), aQueue('support'))
  tables.members.set(member.id, member)
  const flush = () => {
    source.touched()
    store.flush()
  }
  const asked: { status: string | null } = { status: null }
  const there = new Set(channels)
  const waits = (uniqueid: string, joinedAt = clock.now()) => {
    const caller = aCaller('support', uniqueid, { joinedAt })
    tables.callers.set(caller.id, caller)
    flush()
  }
  for (const uniqueid of waiting) waits(uniqueid, START)
  flush()
  const listeners = new Set<(event: PbxEvent) => void>()
  const writer = new VisitWriter({ database, clock, log: silentLog, maxWaiting })
  const session = {
    pbx: PBX,
    onEvent: (listener: (event: PbxEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takerOf: () => null,
    channel: (uniqueid: string) => (there.has(uniqueid) ? ({ name: `PJSIP/101-${uniqueid}` } as never) : undefined),
  }
  const recorder = new VisitRecorder({
    session,
    store,
    writer,
    database,
    clock,
    log: silentLog,
    askStatus: async () => asked.status,
    hasPast,
    hearsSpans: true,
  })
  await recorder.start()
  // Asterisk's words come without the time, which is the clock's.
  const says = (event: Record<string, unknown>) => {
    for (const listener of listeners) listener({ at: clock.now(), ...event } as PbxEvent)
  }
  const agent = (callerUniqueid: string, iface: string, agentUniqueid: string) => ({
    ...{ queue: 'support', interface: iface, callerUniqueid, agentUniqueid },
  })
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      if (state === 'live') heardAt = clock.now()
      clock.advance(1000)
    }
    if (state === 'live') heardAt = clock.now()
  }
  return {
    /** What agents do is followed, too, from now on. */
    async followAgents() {
      const watchedUntil = async () => null
      const told = (span: ToldSpan) => recorder.takeSpan(span)
      await new AgentRecorder({ session, store, database, clock, log: silentLog, watchedUntil, told }).start()
      source.linkChanged()
    },
    /** What the picture shows of Ana. */
    ana(fields: Partial<Member>) {
      const { id } = member
      tables.members.set(id, { ...(tables.members.get(id) ?? member), ...fields })
      flush()
    },
    ...{ clock, writer, recorder, says, waits, pass, asked },
    link(next: LinkState) {
      state = next
      if (next === 'live') heardAt = clock.now()
      source.linkChanged()
    },
    /** Asterisk's own word on its counters. */
    counters(params: Partial<Queue>) {
      tables.queues.set(queueId(PBX, 'support'), aQueue('support', params))
      flush()
    },
    /** Is there no more, and nobody saw it go. */
    goes: (uniqueid: string) => there.delete(uniqueid),
    join(uniqueid: string) {
      there.add(uniqueid)
      const party = { number: '+49 30 5550117', name: 'Tom' }
      const channel = { uniqueid, linkedid: uniqueid, name: `PJSIP/trunk-${uniqueid}`, state: 6, caller: party }
      says({ type: 'callerJoined', queue: 'support', position: 1, count: 1, channel })
    },
    rings: (caller: string, iface: string, uniqueid: string) =>
      says({ type: 'agentCalled', ...agent(caller, iface, uniqueid) }),
    answers(caller: string, iface: string, uniqueid: string) {
      there.add(uniqueid)
      says({ type: 'callerLeft', queue: 'support', position: 1, count: 0, uniqueid: caller })
      says({ type: 'agentConnected', ...agent(caller, iface, uniqueid), holdSeconds: 0, ringSeconds: 0 })
    },
  }
}
