import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { fc } from '@/lib/domain/testing/random'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import { SPAN_STATES } from '@/lib/domain/time-line'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { LONGEST_SPAN_MS } from '../agents/agent-follower'
import { addTimes, type TimeOfAgent, timesIn } from '../agents/agent-times'
import { type Missed, missedIn } from '../agents/missed-rings'
import { endSpans, rowOf as spanRow, upsertSpans } from '../agents/span-rows'
import { agentsWithKept } from './agents-with-kept'
import { missedWithKept } from './missed-with-kept'
import { retain, someDays, takeEach, writeVisits } from './testing/chronicle'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Berlin moves its clocks back in the night to the 25th of October 2026. */
const FROM = Date.UTC(2026, 9, 24)
const NOW = FROM + 3 * DAY_MS
const QUEUES = ['support', 'sales']
const AGENTS = ['PJSIP/101', 'PJSIP/102']

type Spans = { agent: string; name: string; queue: string; at: number; doings: readonly Doing[]; isOpen: boolean }
type Doing = { state: (typeof SPAN_STATES)[number]; reason: string | null; ms: number }
type World = { zone: string; startMs: number }
type Step =
  | { do: 'write'; spans: Spans }
  | { do: 'end'; at: number }
  | { do: 'delete'; at: number }
  | { do: 'retain'; keepDays: number }
  | { do: 'ring'; visit: Visit; which: number; isNew: boolean }
  | { do: 'ask'; from: number; to: number; until: number; agent: string | null; world: World }

const moment = fc.integer({ min: FROM - DAY_MS, max: NOW })
const doing: fc.Arbitrary<Doing> = fc
  .record({
    state: fc.constantFrom(...SPAN_STATES),
    reason: fc.constantFrom(null, 'lunch', 'coffee'),
    ms: fc.integer({ min: 1_000, max: HOUR_MS }),
  })
  .map(({ reason, ...one }) => ({ ...one, reason: one.state === 'paused' ? reason : null }))
const spans = fc.record({
  agent: fc.constantFrom(...AGENTS),
  name: fc.constantFrom('Ana', 'Bo'),
  queue: fc.constantFrom('', ...QUEUES),
  at: moment,
  doings: fc.array(doing, { minLength: 1, maxLength: 40 }),
  isOpen: fc.boolean(),
})
const visit = fc
  .record({
    queue: fc.constantFrom(...QUEUES),
    leftAt: moment,
    rings: fc.array(
      fc.record({
        interface: fc.constantFrom(...AGENTS),
        at: moment,
        rangMs: fc.constant(9_000),
        outcome: fc.constantFrom('noAnswer' as const, 'answered' as const, null),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ leftAt, ...one }) => aVisit({ ...one, enteredAt: leftAt - 20_000, leftAt, ending: 'hungUp' }))
const world = fc.record(someDays)
const ask = fc.record({
  ...{ do: fc.constant('ask' as const), from: moment, to: moment, until: moment },
  ...{ agent: fc.constantFrom(null, 'PJSIP/101', 'pjsip/102'), world },
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('write' as const), spans }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constantFrom('end' as const, 'delete' as const), at: moment }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('retain' as const), keepDays: fc.integer({ min: 1, max: 4 }) }), weight: 1 },
  {
    arbitrary: fc.record({ do: fc.constant('ring' as const), visit, which: fc.nat(20), isNew: fc.boolean() }),
    weight: 2,
  },
  { arbitrary: ask, weight: 3 },
)

describe.each(databases)('what agents did, with what is kept of days, in $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('is that of their spans and of the rings of visits, whatever became of these', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), world, async (steps, first) => {
        await test.database.db.deleteFrom('agent_spans').execute()
        await test.database.db.deleteFrom('visits').execute()
        const house = new House(test.database)
        const whole = { do: 'ask', from: FROM, to: NOW, until: NOW, agent: null, world: first } as const
        await takeEach<Step>(steps, whole, (one) => house.take(one))
      }),
      { numRuns: kind === 'sqlite' ? 25 : 10 },
    )
  }, 300_000)
})

class House {
  private readonly visits: Visit[] = []

  constructor(private readonly database: Database) {}

  async take(step: Step): Promise<void> {
    const { database, visits } = this
    const { db } = database
    switch (step.do) {
      case 'write':
        return upsertSpans(database, rowsOf(step.spans))
      case 'end':
        await this.cut(step.at)
        return endSpans(database, PBX, step.at, NOW)
      case 'delete':
        await db
          .deleteFrom('agent_spans')
          .where('from_at', '>', step.at)
          .where('from_at', '<', step.at + HOUR_MS)
          .execute()
        return
      case 'retain':
        return retain(database, step.keepDays, NOW)
      case 'ring': {
        const known = step.isNew ? undefined : visits[step.which % visits.length]
        const one = known ? Object.assign(known, { rings: step.visit.rings }) : step.visit
        if (!known) visits.push(one)
        return writeVisits(database, [one], NOW)
      }
      case 'ask':
        return this.compare(step)
    }
  }

  /** As whoever follows agents does it: no span goes on for longer. */
  private async cut(now: number): Promise<void> {
    await this.database.db
      .updateTable('agent_spans')
      .set(({ eb }) => ({ to_at: eb('from_at', '+', LONGEST_SPAN_MS) }))
      .where('to_at', 'is', null)
      .where('from_at', '<', now - LONGEST_SPAN_MS)
      .execute()
  }

  private async compare({ world, until, agent, ...span }: Extract<Step, { do: 'ask' }>): Promise<void> {
    const { database } = this
    const [from, to] = [Math.min(span.from, span.to), Math.max(span.from, span.to)]
    await this.cut(until)
    const begin = (at: number) => dayStart(at, world.zone, world.startMs)
    const deps = { database, dayStart: begin, now: until, keepingFromMs: 0 }
    for (const queues of [null, ['sales'], QUEUES]) {
      const wanted = { from, to, until, queues, agent }
      expect(await timesOf(agentsWithKept(deps, wanted))).toEqual(await timesOf(timesIn(database, wanted)))
    }
    const raw: Missed[] = []
    for (const queue of QUEUES) for await (const some of missedIn(database, queue, { from, to })) raw.push(some)
    const told: Missed[] = []
    for await (const some of missedWithKept(deps, { from, to, queues: QUEUES })) told.push(some)
    expect(sumOf(told)).toEqual(sumOf(raw))
  }
}

/** Of which no two of one agent and queue begin at the same moment, unless one is written over the other. */
function rowsOf({ agent, name, queue, at, doings, isOpen }: Spans) {
  let from = at
  return doings.map(({ state, reason, ms }, index) => {
    const begin = from
    from += ms
    const to = isOpen && index === doings.length - 1 ? null : from
    return spanRow({ pbx: PBX, interface: agent, name, queue, state, reason, from: begin, to })
  })
}

/** Names apart: of an agent who was called otherwise in the middle of a day, either will do. */
async function timesOf(all: AsyncIterable<TimeOfAgent[]>) {
  const agents = new Map<string, TimeOfAgent>()
  for await (const some of all) addTimes(agents, some)
  return [...agents.values()]
    .map(({ name: _, ...one }) => one)
    .sort((one, other) => (one.interface < other.interface ? -1 : 1))
}

function sumOf(all: readonly Missed[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const some of all) for (const [iface, missed] of some) sums[iface] = (sums[iface] ?? 0) + missed
  return sums
}
