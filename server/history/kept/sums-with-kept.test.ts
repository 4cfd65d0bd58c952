import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import type { PbxName } from '@/lib/domain/ids'
import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS, type Ending, type Visit } from '@/lib/domain/visit'
import type { WeekHour } from '@/lib/domain/week-hour'
import { Zone } from '@/lib/domain/zone'
import { addEndings, type EndingCounts } from '@/lib/kpi/endings'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import { addTally } from '@/lib/kpi/tally'
import { DISTRIBUTIONS } from '@/lib/protocol/distributions'
import { PARTS_OF_FIGURE, type PartOfFigure } from '@/lib/protocol/visits'
import type { Database } from '@/server/db/types'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { importLog } from '../import/import-log'
import { later, type Sum } from '../reports/counted'
import { distributionOf } from '../reports/distribution'
import { countVisits } from '../reports/find-visits'
import { sumsIn } from '../reports/sums'
import { offsetsIn } from '../reports/week-hour'
import { countWithKept } from './count-with-kept'
import type { Cut } from './kept-cut'
import { sumsTogether } from './sums-together'
import { type SumsDeps, sumsWithKept } from './sums-with-kept'
import { sumsWithin } from './sums-within'
import { retain, someDays, takeEach, writeVisits } from './testing/chronicle'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const QUEUES = ['support', 'sales']
const AGENTS = ['PJSIP/101', 'PJSIP/102']
/** Berlin moves its clocks back in the night to the 25th of October 2026. */
const FROM = Date.UTC(2026, 9, 22)
const NOW = FROM + 6 * DAY_MS
const CUTS: readonly Cut[] = [
  { stepMs: null, agents: false },
  { stepMs: null, agents: true },
  // Days of Kathmandu begin on a quarter.
  { stepMs: HOUR_MS / 4, agents: false, byDay: true },
  { stepMs: HOUR_MS, agents: false },
  { stepMs: HOUR_MS / 2, agents: false },
]
const WEEK_MS = 7 * DAY_MS

type World = { zone: string; startMs: number; rules: Record<string, KpiRules> }
type Part = { figure: Figure; part: PartOfFigure; endings: readonly Ending[]; hour: WeekHour; which: number }
type Step =
  | { do: 'write'; visits: Visit[] }
  | { do: 'change'; which: number; fields: Partial<Visit> }
  | { do: 'forget' | 'delete'; which: number }
  | { do: 'retain'; keepDays: number }
  | { do: 'import'; at: number }
  | ({ do: 'ask'; from: number; to: number; now: number; agent: string | null; world: World } & Part)

const moment = fc.integer({ min: FROM - DAY_MS, max: NOW })
const someRules: fc.Arbitrary<KpiRules> = fc.record({
  thresholdMs: fc.constantFrom(10_000, 20_000),
  shortMs: fc.constantFrom(0, 5_000),
  formula: fc.constantFrom('SL1' as const, 'SL4' as const),
  lost: fc.subarray([...ENDINGS]),
})
const world: fc.Arbitrary<World> = fc.record({
  ...someDays,
  rules: fc.oneof(
    fc.record({ support: someRules, sales: someRules }),
    someRules.map((both) => ({ support: both, sales: both })),
  ),
})
const visit = fc
  .record({
    queue: fc.constantFrom(...QUEUES),
    enteredAt: moment,
    waitMs: fc.option(fc.integer({ min: -1_000, max: 30_000 })),
    ending: fc.option(fc.constantFrom(...ENDINGS)),
    agent: fc.option(fc.constantFrom(...AGENTS)),
    agentName: fc.option(fc.constantFrom('Ana', 'Bo')),
    talkMs: fc.option(fc.integer({ min: 0, max: DAY_MS })),
    endedBy: fc.option(fc.constantFrom('agent' as const, 'transfer' as const)),
    wrapUpMs: fc.option(fc.nat({ max: 60_000 })),
  })
  .map(({ waitMs, talkMs, enteredAt, ...fields }) => {
    const leftAt = waitMs === null ? null : enteredAt + waitMs
    const answeredAt = fields.agent === null ? null : leftAt
    const talkEndedAt = talkMs === null || answeredAt === null ? null : answeredAt + talkMs
    return aVisit({ ...fields, enteredAt, leftAt, answeredAt, talkEndedAt })
  })
const which = fc.nat({ max: 30 })
const write = fc.record({ do: fc.constant('write' as const), visits: fc.array(visit, { minLength: 1, maxLength: 12 }) })
const fields = fc.oneof(
  visit.map(({ leftAt, ending, agent, answeredAt }) => ({ leftAt, ending, agent, answeredAt })),
  fc.record({ talkEndedAt: moment, heldMs: fc.nat({ max: 60_000 }) }),
  fc.record({ wrapUpMs: fc.option(fc.nat({ max: 60_000 })) }),
  fc.constant({ agentName: 'Cy', endedBy: 'transfer' as const }),
)
const part: fc.Arbitrary<Part> = fc.record({
  figure: fc.constantFrom(...FIGURES),
  part: fc.constantFrom(...PARTS_OF_FIGURE),
  endings: fc.subarray([...ENDINGS]),
  hour: fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.nat({ max: 23 }) }),
  which: fc.nat(5),
})
const ask = fc.record({
  ...{
    do: fc.constant('ask' as const),
    from: moment,
    to: moment,
    now: moment,
    agent: fc.constantFrom(null, ...AGENTS),
  },
  world,
  part,
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: write, weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('change' as const), which, fields }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constantFrom('forget' as const, 'delete' as const), which }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('retain' as const), keepDays: fc.integer({ min: 3, max: 7 }) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('import' as const), at: moment }), weight: 1 },
  { arbitrary: ask.map(({ part: of, ...one }) => ({ ...one, ...of })), weight: 4 },
)

describe.each(databases)('sums with what is kept of days, made by $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('are those of the visits, whatever became of these, of the rules, and of the days', async () => {
    const { database } = test
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), world, part, async (steps, first, of) => {
        await database.db.deleteFrom('visits').execute()
        const book = new Book(database)
        const whole = { do: 'ask', from: FROM, to: NOW, now: NOW, agent: null, world: first, ...of } as const
        await takeEach<Step>(steps, whole, (one) => book.take(one))
      }),
      { numRuns: kind === 'sqlite' ? 25 : 15 },
    )
  }, 300_000)
})

class Book {
  private readonly visits: Visit[] = []

  constructor(private readonly database: Database) {}

  async take(step: Step): Promise<void> {
    const { database, visits } = this
    const { db } = database
    switch (step.do) {
      case 'write':
        visits.push(...step.visits)
        return writeVisits(database, step.visits, NOW)
      case 'change': {
        const one = visits[step.which % visits.length]
        if (one) await writeVisits(database, [Object.assign(one, step.fields)], NOW)
        return
      }
      case 'forget':
        await db.updateTable('visits').set({ number: null }).where('id', '=', this.idOf(step.which)).execute()
        return
      case 'delete':
        await db.deleteFrom('visits').where('id', '=', this.idOf(step.which)).execute()
        return
      case 'retain':
        return retain(database, step.keepDays, NOW)
      case 'import':
        await importLog(database, 'main' as PbxName, logOf(step.at))
        return
      case 'ask':
        return this.compare(step)
    }
  }

  private idOf(which: number): string {
    return this.visits[which % this.visits.length]?.id ?? ''
  }

  private async compare({
    world,
    agent,
    now,
    figure,
    part,
    endings,
    hour,
    which,
    ...span
  }: Extract<Step, { do: 'ask' }>): Promise<void> {
    const { database } = this
    const [from, to] = [Math.min(span.from, span.to), Math.max(span.from, span.to)]
    const rulesOf = (queue: string) => world.rules[queue] as KpiRules
    const days = (at: number) => dayStart(at, world.zone, world.startMs)
    const deps = { database, rulesOf, now, dayStart: days, keepingFromMs: 0 }
    const wanted = { from, to, queues: QUEUES, agent }
    const zone = new Zone(world.zone)
    const hours = { stepMs: HOUR_MS / 4, agents: false, weekOf: (at: number) => zone.offset(at) }
    for (const cut of [...CUTS, hours]) {
      const told = await summed(sumsWithKept(deps, wanted, cut), cut, deps)
      const raw = { stepMs: cut.stepMs, agents: cut.agents }
      expect(told).toEqual(await summed(sumsIn(database, wanted, rulesOf, raw), cut, deps))
    }
    // Of queues that count alike, whichever of them bears the sum.
    const isAlike = JSON.stringify(rulesOf('support')) === JSON.stringify(rulesOf('sales'))
    for (const cut of agent === null ? CUTS.filter(({ agents }) => !agents) : []) {
      const told = await summed(sumsTogether(deps, wanted, cut), cut, deps, isAlike)
      expect(told).toEqual(await summed(sumsWithKept(deps, wanted, cut), cut, deps, isAlike))
    }
    const weekHour = { hour, offsets: await offsetsIn({ from, to }, zone) }
    const whole = { stepMs: null, agents: false }
    const inHour = await summed(sumsWithin(deps, { ...wanted, within: { weekHour } }), whole, deps)
    expect(inHour).toEqual(
      await summed(sumsIn(database, { ...wanted, within: { weekHour } }, rulesOf, whole), whole, deps),
    )
    const found = { from, to, queues: QUEUES, ...(agent !== null && { agent }) }
    const behind = { figure, part, queues: QUEUES, rulesOf }
    const filters = [{}, { endings }, { weekHour }, { endings, weekHour }, { behind }, { behind, weekHour }]
    const filter = { ...found, ...filters[which % filters.length] }
    expect(await countWithKept(deps, filter)).toBe(await countVisits(database, filter))
    for (const of of DISTRIBUTIONS) {
      const told = await distributionOf(deps, { ...wanted, of })
      // Nothing is over yet.
      expect(told).toEqual(await distributionOf({ ...deps, now: 0 }, { ...wanted, of }))
    }
  }
}

type Summed = { tally: Tally; endings: EndingCounts; name: string | null }

/** A step that began before its day is told to begin with it: of a report, it is the same row. */
async function summed(
  sums: AsyncIterable<Sum>,
  { stepMs, byDay, weekOf }: Cut,
  { dayStart: begin }: SumsDeps,
  isTogether = false,
) {
  const book = new Map<string, Summed>()
  for await (const { queue, at, agent, agentName, tally, endings } of sums) {
    const step = stepMs === null ? at : at - (at % stepMs)
    const place = byDay ? begin(at) : weekOf ? (step + weekOf(at)) % WEEK_MS : step
    const key = `${isTogether ? '' : queue}|${place}|${agent}`
    const known = book.get(key)
    const name = later(known?.name ?? null, agentName)
    if (!known) book.set(key, { tally, endings, name })
    else book.set(key, { tally: addTally(known.tally, tally), endings: addEndings(known.endings, endings), name })
  }
  return book
}

async function* logOf(at: number): AsyncGenerator<string> {
  const second = Math.floor(at / 1000)
  yield `${second}|${second}.1|support|NONE|ENTERQUEUE||5550117|1`
  yield `${second + 12}|${second}.1|support|PJSIP/101|CONNECT|12|${second}.2|3`
  yield `${second + 72}|${second}.1|support|PJSIP/101|COMPLETECALLER|12|60|1`
}
