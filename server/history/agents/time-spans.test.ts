import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { PBX } from '@/lib/domain/testing/records'
import { type AgentSpan, clipped, mergedLine } from '@/lib/domain/time-line'
import { occupancy, timeOf } from '@/lib/kpi/agent-time'
import { AGENT_TIME_FIGURES, statesOf } from '@/lib/kpi/agent-time-figures'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { explainTimes, spansBehind } from './explain-times'
import { rowOf, upsertSpans } from './span-rows'
import { keepLine, START, STEP, someHouse, someLine } from './testing/random-lines'
import { timesOf } from './testing/times-of'
import { type TimeSpan, type TimesWanted, timeSpansIn } from './time-spans'

const ANA = { interface: 'PJSIP/101', name: 'Ana' }
const BO = { interface: 'PJSIP/102', name: 'Bo' }
const EVER = Number.MAX_SAFE_INTEGER
const EVERYBODY = { queues: null, agent: null, until: EVER, isBlind: false, gaps: [] }
const BY_TIME = { sort: 'time', down: false } as const

/** Of an hour or some. */
const someQuestion = fc.record({
  queues: fc.constantFrom(null, ['support', 'sales'], ['sales']),
  agent: fc.constantFrom(null, 'pjsip/101'),
  length: fc.integer({ min: 1, max: 40 }),
  isOpen: fc.boolean(),
})

describe.each(databases)('the spans behind agents’ times ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const spansIn = async (wanted: TimesWanted) => {
    const spans: TimeSpan[] = []
    for await (const span of timeSpansIn(test.database, wanted)) spans.push(span)
    return spans
  }
  const ends = (spans: readonly TimeSpan[]) =>
    spans.map(
      ({ state, from, to, begins, ends }) =>
        `${begins} ${(from - START) / STEP} ${state} ${(to - START) / STEP} ${ends}`,
    )
  const did = (from: number, to: number | null, state: AgentSpan['state'] = 'ready', who = ANA) => {
    const span = { state, reason: null, from: START + from * STEP, to: to === null ? null : START + to * STEP }
    return upsertSpans(test.database, [rowOf({ pbx: PBX, queue: '', ...who, ...span })])
  }
  const range = (from: number, to: number) => ({ ...EVERYBODY, from: START + from * STEP, to: START + to * STEP })

  it('add up to the figure, whatever was done, in any range, over all queues and some, of one agent and all', async () => {
    await fc.assert(
      fc.asyncProperty(someHouse, someLine, someQuestion, async (house, other, { queues, agent, length, isOpen }) => {
        await test.database.db.deleteFrom('agent_spans').execute()
        const lines = { support: house.support, sales: house.sales, '': mergedLine([house.support, house.sales]) }
        for (const [queue, line] of Object.entries(lines)) await keepLine(test.database, queue, line)
        for (const queue of ['sales', '']) await keepLine(test.database, queue, other, BO)
        const { from, to } = range(house.from, house.from + length)
        // What goes on at the moment of the question has come no farther.
        const until = isOpen ? from + Math.ceil(length / 2) * STEP : EVER
        const wanted = { ...EVERYBODY, from, to, until, queues, agent }
        const times = await timesOf(test.database, wanted)
        const spans = await spansIn(wanted)
        for (const [key, { time }] of times) {
          expect(timeOf(spans.filter((span) => `${span.pbx}|${span.interface.toLowerCase()}` === key))).toEqual(time)
        }
        const own = spans.filter(({ name }) => name === ANA.name)
        const whole = mergedLine(queues?.length === 1 ? [house.sales] : [house.support, house.sales])
        expect(own.map(({ state, reason, from, to }) => ({ state, reason, from, to }))).toEqual(
          clipped(whole, from, Math.min(to, until)),
        )
        await eachFigureIsItsSpans(own)
      }),
      { numRuns: 20 },
    )
  })

  it('are whole over many days, as one sees them in a line', async () => {
    await fc.assert(
      fc.asyncProperty(someLine, async (line) => {
        await test.database.db.deleteFrom('agent_spans').execute()
        const far = (at: number) => START + (at - START) * 20
        const long = line.map(({ from, to, ...deed }) => ({ ...deed, from: far(from), to: far(to) }))
        await keepLine(test.database, '', long)
        const wanted = { ...range(7, 1_500), agent: ANA.interface }
        const spans = await spansIn(wanted)
        expect(spans.map(({ state, reason, from, to }) => ({ state, reason, from, to }))).toEqual(
          clipped(long, wanted.from, wanted.to),
        )
      }),
      { numRuns: 3 },
    )
  })

  it('are cut by the range, and go on if they do', async () => {
    await did(0, 4)
    await did(4, 6, 'onCall')
    await did(6, null)
    const until = START + 9 * STEP
    expect(ends(await spansIn({ ...range(2, 20), until }))).toEqual([
      ...['range 2 ready 4 seen', 'seen 4 onCall 6 seen', 'seen 6 ready 9 open'],
    ])
    expect(ends(await spansIn({ ...range(4, 8), until }))).toEqual(['seen 4 onCall 6 seen', 'seen 6 ready 8 range'])
  })

  it('that were only cut to be kept begin and end with the range', async () => {
    await did(0, 6)
    await did(6, 12)
    await did(12, 18)
    expect(ends(await spansIn(range(6, 12)))).toEqual(['range 6 ready 12 range'])
  })

  it('are cut by what nobody saw, and by nothing else that ends beside it', async () => {
    await did(0, 2)
    await did(5, 7, 'onCall')
    await did(7, 8)
    await did(0, 2, 'paused', BO)
    await did(2, 3, 'ready', BO)
    const gaps = [{ pbx: PBX, from: START + 2 * STEP, to: START + 5 * STEP - 40 }]
    const all = await spansIn({ ...range(0, 20), gaps })
    expect(ends(all.filter(({ name }) => name === 'Ana'))).toEqual([
      ...['seen 0 ready 2 gap', 'gap 5 onCall 7 seen', 'seen 7 ready 8 seen'],
    ])
    expect(ends(all.filter(({ name }) => name === 'Bo'))).toEqual(['seen 0 paused 2 seen', 'seen 2 ready 3 seen'])
    const other = gaps.map((gap) => ({ ...gap, pbx: 'another' }))
    expect(ends(await spansIn({ ...range(0, 20), gaps: other, agent: ANA.interface }))[0]).toBe('seen 0 ready 2 seen')
  })

  it('end where sight was lost', async () => {
    await did(0, null)
    expect(ends(await spansIn({ ...range(0, 9), until: START + 3 * STEP, isBlind: true }))).toEqual([
      'seen 0 ready 3 gap',
    ])
  })

  it('are told page by page, in any order', async () => {
    await did(0, 1)
    await did(1, 4, 'onCall')
    await did(4, 6)
    await did(2, 3, 'ready', BO)
    const page = async (sort: 'time' | 'duration' | 'agent' | 'state', down: boolean, offset = 0, limit = 2) => {
      const spans = spansBehind(inTurn(await spansIn(range(0, 9))), { figure: 'loggedIn' })
      const { items, total, agents } = await explainTimes(spans, 'loggedIn', { sort, down }, { offset, limit })
      expect([total, agents]).toEqual([4, 2])
      return items.map(({ name, ms }) => `${name} ${ms / STEP}`)
    }
    expect(await page('time', false)).toEqual(['Ana 1', 'Ana 3'])
    expect(await page('time', false, 2)).toEqual(['Bo 1', 'Ana 2'])
    expect(await page('duration', true)).toEqual(['Ana 3', 'Ana 2'])
    expect(await page('agent', true)).toEqual(['Bo 1', 'Ana 1'])
    expect(await page('state', false, 0, 3)).toEqual(['Ana 3', 'Ana 1', 'Bo 1'])
    expect(await page('time', true, 3)).toEqual(['Ana 1'])
  })
})

/** Of one agent. */
async function eachFigureIsItsSpans(spans: readonly TimeSpan[]): Promise<void> {
  const time = timeOf(spans)
  for (const figure of AGENT_TIME_FIGURES) {
    const page = { offset: 0, limit: 1000 }
    const told = await explainTimes(spansBehind(inTurn(spans), { figure }), figure, BY_TIME, page)
    const sum = statesOf(figure).above.reduce((all, state) => all + time.states[state], 0)
    expect([figure, told.numerator]).toEqual([figure, sum])
    expect(told.denominator).toBe(figure === 'occupancy' ? occupancy(time).denominator : null)
    expect(told.items.reduce((all, { ms }) => all + ms, 0)).toBe(told.denominator ?? told.numerator)
  }
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}
