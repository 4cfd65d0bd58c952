import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { queueId } from '@/lib/domain/ids'
import type { Member, MemberActivity } from '@/lib/domain/member'
import { fc } from '@/lib/domain/testing/random'
import { aMember, PBX } from '@/lib/domain/testing/records'
import type { AgentTime } from '@/lib/domain/time-line'
import { timeUntil } from '@/lib/kpi/agent-time'
import type { AgentSums } from '@/lib/protocol/agents'
import type { Database } from '@/server/db/types'
import { FLUSH_MS } from '@/server/store/live-store'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { Gaps } from '../visits/gaps'
import { Centre } from '../visits/testing/centre'
import { idleOf } from '../visits/testing/in-flight'
import { dayOf, type Parts, type Product, RULES, startProduct } from '../visits/testing/product'
import { QUEUES } from '../visits/testing/staff'
import { AgentFigureKeeper } from './agent-figure-keeper'
import { AgentRecorder } from './agent-recorder'
import { agentSumsIn } from './sums'

/** Half an hour before midnight, and no full second. */
const EVENING = Date.UTC(2026, 10, 23, 23, 30, 1, 700)
const DAY_MS = 86_400_000
const HEARD_MS = 1_800_000
const ACTIVITIES = ['idle', 'ringing', 'onCall', 'onHold', 'unavailable'] as const satisfies readonly MemberActivity[]
const PHONES = ['101', '102']

const OF_CALLS = [
  ...['comes', 'comes', 'rings', 'ringsOut', 'ringsOut', 'answers', 'answers', 'connects', 'connects', 'isPickedUp'],
  ...['holds', 'ends', 'ends', 'takesOut', 'transfers', 'abandons', 'isLetDown'],
] as const
const OF_AGENTS = ['phone', 'phone', 'phone', 'callEnds', 'pauses', 'logsIn', 'logsOff'] as const
const OF_TIME = ['pass', 'pass', 'pass', 'toMidnight', 'lose', 'see', 'see', 'kill', 'stop'] as const
type Step = (typeof OF_CALLS)[number] | (typeof OF_AGENTS)[number] | (typeof OF_TIME)[number]
const step = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Step>(...OF_CALLS) },
    { weight: 3, arbitrary: fc.constantFrom<Step>(...OF_AGENTS) },
    { weight: 2, arbitrary: fc.constantFrom<Step>(...OF_TIME) },
  ),
  which: fc.nat({ max: 59 }),
})

describe.each(databases)('whatever agents do and whatever calls they have ($kind)', ({ open }) => {
  let test: TestDatabase
  let idle: () => Promise<void>
  beforeEach(async () => {
    test = await open()
    idle = idleOf(test.database)
  })
  afterEach(() => test.dispose())

  it('what the pages show of today is what the database sums, after a restart, too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        await idle()
        for (const table of ['visits', 'gaps', 'agent_spans', 'turned_away', 'queue_counters', 'gap_calls'] as const)
          await test.database.db.deleteFrom(table).execute()
        const floor = new Floor(test.database, idle)
        await floor.startAt(EVENING)
        floor.product.link('live')
        for (const { what, which } of steps) {
          await floor.happen(what, which)
          if (which % 3 === 0) await floor.check()
        }
        await floor.check()
        await floor.stop()
      }),
      { numRuns: 30 },
    )
  }, 240_000)
})

/** A centre with its agents, and the product that follows both. */
class Floor {
  product!: Product
  private agents!: AgentRecorder
  private figures!: AgentFigureKeeper
  private readonly members = new Map<string, Member>()
  private readonly centre: Centre

  constructor(
    private readonly database: Database,
    private readonly idle: () => Promise<void>,
  ) {
    let now = () => EVENING
    this.centre = new Centre(
      () => now(),
      (event) => this.product.hear(event),
    )
    now = () => this.product.clock.now()
  }

  async startAt(at: number): Promise<void> {
    const gaps = new Gaps(this.database, PBX)
    const attach = async (parts: Parts) => {
      this.agents = new AgentRecorder({
        ...parts,
        watchedUntil: () => gaps.watchedUntil(),
        told: (span) => this.figures.take(span),
      })
      this.figures = new AgentFigureKeeper({ ...parts, pbx: PBX, dayStart: dayOf, written: async () => {} })
      await this.agents.start()
      await this.figures.start()
    }
    this.product = await startProduct(
      this.database,
      at,
      () => this.centre,
      (visit) => this.figures.takeVisit(visit),
      attach,
    )
    for (const member of this.members.values()) this.product.member(member)
  }

  async stop(): Promise<void> {
    const { recorder, keeper, writer } = this.product
    keeper.close()
    this.figures.close()
    await Promise.all([recorder.close(), this.agents.close()])
    await writer.close()
  }

  async happen(what: Step, which: number): Promise<void> {
    const { product, centre } = this
    const now = product.clock.now()
    const queue = QUEUES[which % 2] ?? 'support'
    const phone = PHONES[which % 3 ? 0 : 1] ?? '101'
    const known = this.members.get(`${queue} ${phone}`)
    switch (what) {
      case 'pass':
        return product.pass(which ** 2 * 1_000)
      case 'toMidnight':
        // A PBX that is live was heard all along, and not once a day.
        for (let left = dayOf(now) + DAY_MS - 100 * (which % 10) - now; left > 0; left -= HEARD_MS)
          product.pass(Math.min(left, HEARD_MS))
        return
      case 'lose':
        return product.link('lost')
      case 'see':
        return product.link('live')
      case 'kill':
      case 'stop':
        if (what === 'stop') await this.stop()
        await this.idle()
        return this.startAt(now + which * 1_000)
      case 'isPickedUp':
        // Chance alone would bring hardly any call as far as the agent whose phone another picks up.
        centre.comes(which)
        centre.answers(2)
        return centre.isPickedUp(which)
      case 'logsIn':
        return this.put(known ?? aMember(queue, phone, { wrapUpSeconds: which, activitySince: now }))
      case 'logsOff':
        if (known) product.member(known, true)
        this.members.delete(`${queue} ${phone}`)
        return
      case 'phone':
        if (known)
          this.put({ ...known, activity: ACTIVITIES[which % 5] ?? 'idle', activitySince: now, inCall: which > 9 })
        return
      case 'callEnds':
        if (known) this.put({ ...known, activity: 'idle', activitySince: now, inCall: false, lastCallAt: now })
        return
      case 'pauses': {
        const pausedReason = which % 4 ? 'lunch' : null
        const paused = known?.paused === false
        if (known) this.put({ ...known, paused, pausedReason: paused ? pausedReason : null, lastPauseAt: now })
        return
      }
      default:
        return centre[what](which)
    }
  }

  private put(member: Member): void {
    const queue = QUEUES.find((name) => queueId(PBX, name) === member.queue)
    this.members.set(`${queue} ${member.name}`, member)
    this.product.member(member)
  }

  async check(): Promise<void> {
    const { product, database } = this
    product.pass(2 * FLUSH_MS)
    await this.agents.write()
    // Nothing more is heard until all that is known shows.
    product.clock.advance(2 * FLUSH_MS)
    await Promise.all([product.writer.write(), product.recorder.written()])
    await this.idle()
    product.store.flush()
    const { tables } = product.store
    const now = product.clock.now()
    const kpis = [...tables.agentKpis.values()]
    // For a moment after midnight they are still of the day that they name.
    if (kpis.some(({ since }) => since !== dayOf(now))) return
    const deps = { database, tables, rulesOf: () => RULES, now, dayStart: dayOf }
    const today = { from: dayOf(now), to: now + 1, until: now, agent: null }
    for (const name of [null, ...QUEUES]) {
      const id = name === null ? null : queueId(PBX, name)
      if (id !== null && !tables.queues.get(id)) continue
      const live = kpis.filter(({ queue }) => queue === id).map((kpi) => liveSums(kpi, now))
      const stored = await agentSumsIn(deps, { ...today, queues: name === null ? null : [name] })
      expect([name, inOrder(live)]).toEqual([name, inOrder(stored.map(storedSums))])
    }
  }
}

type Sums = { interface: string; calls: number[]; time: Record<string, number> }

function liveSums(kpi: AgentKpi, now: number): Sums {
  const { answered, missed, talks, talkMs, heldMs } = kpi
  return {
    interface: kpi.interface,
    calls: [answered, missed, talks, talkMs, heldMs],
    time: timesIn(timeUntil(kpi, now)),
  }
}

function timesIn({ states: { paused: _, ...states }, pauses }: AgentTime): Record<string, number> {
  return { ...states, ...Object.fromEntries(pauses.map(({ reason, ms }) => [`paused ${reason}`, ms])) }
}

function storedSums(sums: AgentSums): Sums {
  const { readyMs: ready, ringingMs: ringing, onCallMs: onCall, onHoldMs: onHold, otherCallMs: otherCall } = sums
  const { wrapUpMs: wrapUp, unavailableMs: unavailable, answered, missed, talks, talkMs, heldMs } = sums
  const states = { ready, ringing, onCall, onHold, otherCall, wrapUp, paused: sums.pausedMs, unavailable }
  const time = timesIn({ states, pauses: sums.pauses })
  return { interface: sums.interface, calls: [answered, missed, talks, talkMs, heldMs], time }
}

/** Those who did anything. */
function inOrder(all: readonly Sums[]): Sums[] {
  const isAny = ({ calls, time }: Sums) => [...calls, ...Object.values(time)].some((one) => one > 0)
  return all.filter(isAny).sort((one, other) => (one.interface < other.interface ? -1 : 1))
}
