import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type KpiRules, LEVEL_FORMULAS } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { FIGURES } from '@/lib/kpi/figures'
import { waitOf } from '@/lib/kpi/kind'
import { PARTS_OF_FIGURE, VISIT_SORTS, type VisitSort } from '@/lib/protocol/visits'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { standsIn } from './explain'
import { countVisits, type Place, found as stretchOf, type VisitFilter } from './find-visits'
import { keepOnly } from './testing/keep-only'
import { visitPage } from './visit-page'
import { visitsIn } from './visits-in'

const BEGIN = Date.UTC(2026, 10, 23)
const HOUR_MS = 3_600_000
const SPAN = { from: BEGIN, to: BEGIN + 24 * HOUR_MS }
const ALL: VisitFilter = { ...SPAN, queues: null }
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }

const rules = fc.record({
  thresholdMs: fc.integer({ min: 0, max: 40_000 }),
  shortMs: fc.integer({ min: 0, max: 20_000 }),
  formula: fc.constantFrom(...LEVEL_FORMULAS),
  lost: fc.subarray([...ENDINGS]),
})

/** Few moments, so that many are alike; also clocks that went back, and endings that do not fit. */
const visit: fc.Arbitrary<Visit> = fc
  .record({
    queue: fc.constantFrom('support', 'sales', 'Ночь'),
    enteredAt: fc.constantFrom(...[0, 1, 2, 23, 24].map((hour) => SPAN.from + hour * HOUR_MS)),
    waitMs: fc.option(fc.constantFrom(-1000, 0, 4_000, 20_000, 20_001, 60_000)),
    answerMs: fc.option(fc.constantFrom(0, 10_000, 30_000)),
    talkMs: fc.option(fc.constantFrom(-1000, 0, 5_000, 300_000)),
    heldMs: fc.constantFrom(0, 5_000),
    ending: fc.option(fc.constantFrom(...ENDINGS)),
    endedBy: fc.option(fc.constantFrom('agent' as const, 'transfer' as const)),
    agent: fc.option(fc.constantFrom('PJSIP/101', 'PJSIP/102')),
    agentName: fc.option(fc.constantFrom('Ana', 'ana', 'Łucja', '😀')),
    isPartlyUnseen: fc.boolean(),
  })
  .map(({ waitMs, answerMs, talkMs, enteredAt, ...fields }) => {
    const answeredAt = answerMs === null ? null : enteredAt + answerMs
    const talkEndedAt = talkMs === null || answeredAt === null ? null : answeredAt + talkMs
    return aVisit({
      ...{ ...fields, enteredAt, answeredAt, talkEndedAt },
      leftAt: waitMs === null ? null : enteredAt + waitMs,
    })
  })

describe.each(databases)('visits found by $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (visits: readonly Visit[]) => keepOnly(test.database, visits)
  async function all(filter: VisitFilter, sort: VisitSort = 'time', down = false): Promise<Visit[]> {
    const visits: Visit[] = []
    for await (const one of visitsIn(test.database, filter, { sort, down })) visits.push(one)
    return visits
  }
  async function pages(sort: VisitSort, down: boolean, limit: number, filter = ALL): Promise<Visit[]> {
    const visits: Visit[] = []
    let after: Place | null = null
    do {
      const { page, next }: { page: Visit[]; next: Place | null } = await visitPage(test.database, filter, {
        ...{ sort, down, after, limit },
      })
      visits.push(...page)
      after = next
    } while (after !== null)
    return visits
  }
  const found = async (change: Partial<VisitFilter>) => (await all({ ...ALL, ...change })).map(({ name }) => name)

  it('behind a figure are those of which it is made, whatever the figure, the part and the rules of each queue', async () => {
    const [figure, part] = [fc.constantFrom(...FIGURES), fc.constantFrom(...PARTS_OF_FIGURE)]
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 40 }), rules, rules, figure, part, async (visits, ...asked) => {
        const [support, others, ...of] = asked
        await keep(visits)
        const rulesOf = (queue: string) => (queue === 'support' ? support : others)
        const behind = { figure: of[0], part: of[1], queues: ['support', 'sales', 'Ночь'], rulesOf }
        const expected = visits.filter(isWithin).filter((one) => standsIn(of[1], of[0], one, rulesOf(one.queue)))
        const found = await all({ ...ALL, behind })
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
        expect(await countVisits(test.database, { ...ALL, behind })).toBe(expected.length)
      }),
      { numRuns: 150 },
    )
  })

  it('pages give each visit once, in the order asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[fc.array(visit, { maxLength: 40 }), fc.constantFrom(...VISIT_SORTS), fc.boolean()],
        fc.integer({ min: 1, max: 7 }),
        async (visits, sort, down, limit) => {
          await keep(visits)
          const given = await pages(sort, down, limit)
          expect(given.map(({ id }) => id).toSorted()).toEqual(
            visits
              .filter(isWithin)
              .map(({ id }) => id)
              .toSorted(),
          )
          const keys = given.map(KEYS[sort])
          const ordered = keys.toSorted((one, other) => compare(one, other) * (down ? -1 : 1))
          expect(keys).toEqual(ordered)
          expect((await all(ALL, sort, down)).map(({ id }) => id)).toEqual(given.map(({ id }) => id))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('visits a year apart are found as those of one day are', async () => {
    const years = Array.from({ length: 9 }, (_, year) => aVisit({ enteredAt: BEGIN - year * 365 * 24 * HOUR_MS }))
    await keep(years)
    const ever = { from: 0, to: SPAN.to, queues: null }
    expect((await pages('time', true, 4, ever)).map(({ id }) => id)).toEqual(years.map(({ id }) => id))
    expect(await countVisits(test.database, ever)).toBe(9)
  })

  it('a number is found by any part of it, however it is written', async () => {
    await keep([
      aVisit({ enteredAt: BEGIN, number: '+49 30 5550117', name: 'Tom' }),
      aVisit({ enteredAt: BEGIN, number: '030/5550118', name: 'Ida' }),
      aVisit({ enteredAt: BEGIN, number: null, name: '100%_\\' }),
    ])
    const by = (text: string) => found({ text: { text, inFull: true } })
    expect(await by('030 555')).toEqual(['Tom', 'Ida'])
    expect(await by('+49 30 555')).toEqual(['Tom'])
    expect(await by('0049 30 5550117')).toEqual(['Tom'])
    expect(await by('18')).toEqual(['Ida'])
    expect(await by('%')).toEqual(['100%_\\'])
    expect(await by('_\\')).toEqual(['100%_\\'])
  })

  it('a name is found without regard to case, in any script; the agent’s, too', async () => {
    await keep([
      aVisit({ enteredAt: BEGIN, name: 'Иван Петров' }),
      aVisit({ enteredAt: BEGIN, name: 'Tom O’Brien', agentName: 'Łucja', agent: 'PJSIP/205' }),
    ])
    const by = (text: string) => found({ text: { text, inFull: true } })
    expect(await by('иван')).toEqual(['Иван Петров'])
    expect(await by('ПЕТРОВ')).toEqual(['Иван Петров'])
    expect(await by('o’brien')).toEqual(['Tom O’Brien'])
    expect(await by('łucja')).toEqual(['Tom O’Brien'])
    expect(await by('205')).toEqual(['Tom O’Brien'])
  })

  it('who sees numbers masked finds by what is shown alone', async () => {
    await keep([
      aVisit({ enteredAt: BEGIN, number: '+49 30 5550117', name: 'Tom O’Brien' }),
      aVisit({ enteredAt: BEGIN, number: '2017', name: 'Reception' }),
    ])
    const by = (text: string) => found({ text: { text, inFull: false } })
    expect(await by('17')).toEqual(['Tom O’Brien', 'Reception'])
    for (const guess of ['117', '50117', '5550117', '305550117', '+49 30 5550117', '11', 'Tom', 'O’Brien'])
      expect([guess, await by(guess)]).toEqual([guess, []])
    expect(await found({ number: { text: '+49 30 5550117', inFull: false } })).toEqual([])
    expect(await found({ number: { text: '2017', inFull: false } })).toEqual(['Reception'])
    expect(await by('ana')).toEqual(['Tom O’Brien', 'Reception'])
  })

  it('long waits, long talks, transfers, what was not seen', async () => {
    await keep([
      aVisit({ enteredAt: BEGIN, name: 'waits', waits: 90 }),
      aVisit({ enteredAt: BEGIN, name: 'talks', talks: 600 }),
      aVisit({ enteredAt: BEGIN, name: 'goes on', talks: 5, endedBy: 'transfer' }),
      aVisit({ enteredAt: BEGIN, name: 'unseen', ending: 'unknown', isPartlyUnseen: true }),
    ])
    expect(await found({ minWaitMs: 60_000 })).toEqual(['waits'])
    expect(await found({ minTalkMs: 600_000 })).toEqual(['talks'])
    expect(await found({ transferred: true })).toEqual(['goes on'])
    expect(await found({ unseen: true })).toEqual(['unseen'])
  })

  it('who came again is who came by another call; a transfer is none', async () => {
    const again = { number: '030 5550199', enteredAt: BEGIN }
    await keep([
      aVisit({ ...again, name: 'first' }),
      aVisit({ ...again, name: 'second', number: '+49 30 5550199', queue: 'sales' }),
      aVisit({ number: '030 5550100', name: 'transferred', uniqueid: '9.1', enteredAt: BEGIN }),
      aVisit({ number: '030 5550100', name: 'transferred', uniqueid: '9.1', enteredAt: BEGIN + 1 }),
      aVisit({ number: null, name: 'withheld', enteredAt: BEGIN }),
      aVisit({ number: null, name: 'withheld', enteredAt: BEGIN }),
    ])
    expect(await found({ repeat: true })).toEqual(['first', 'second'])
    expect(await found({ repeat: true, queues: ['support'] })).toEqual([])
    expect(await found({ repeat: true, queues: ['support', 'sales'] })).toEqual(['first', 'second'])
  })

  it.runIf(kind === 'postgres')('and is looked up by the number, visit for visit', async () => {
    const query = stretchOf(test.database, { ...ALL, repeat: true }).selectAll()
    const plan = JSON.stringify(await query.explain())
    expect(plan).toContain('SubPlan')
    expect(plan).not.toContain('Semi Join')
  })

  it('nobody goes on looking for whoever went away', async () => {
    await keep([aVisit({ enteredAt: BEGIN })])
    const gone = AbortSignal.abort(new Error('gone'))
    const asked = { sort: 'wait', down: true, after: null, limit: 10 } as const
    await expect(visitPage(test.database, ALL, asked, { signal: gone })).rejects.toThrow('gone')
    await expect(countVisits(test.database, ALL, { signal: gone })).rejects.toThrow('gone')
    await expect(visitsIn(test.database, ALL, { sort: 'time', down: true }, gone).next()).rejects.toThrow('gone')
  })

  it('without queues there is nothing behind a figure', async () => {
    await keep([aVisit({ enteredAt: BEGIN })])
    const behind = { figure: 'offered', part: 'numerator', queues: [], rulesOf: () => RULES } as const
    expect(await found({ behind })).toEqual([])
  })
})

const KEYS: Readonly<Record<VisitSort, (visit: Visit) => number | string>> = {
  time: ({ leftAt }) => leftAt ?? 0,
  wait: (visit) => waitOf(visit) ?? 0,
  talk: ({ answeredAt, talkEndedAt, heldMs }) =>
    answeredAt === null || talkEndedAt === null ? -1 : Math.max(0, talkEndedAt - answeredAt - heldMs),
  queue: ({ queue }) => queue,
  ending: ({ ending }) => ending ?? '',
  agent: ({ agent, agentName }) => agentName ?? agent ?? '',
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
}

function isWithin({ leftAt, ending }: Visit): boolean {
  return ending !== null && leftAt !== null && leftAt >= SPAN.from && leftAt < SPAN.to
}
