import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { PBX } from '@/lib/domain/testing/records'
import { aTurnedAway, aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { reportSchema } from '@/lib/protocol/visits'
import { keepFilled } from '@/server/history/import/filled'
import { importLog } from '@/server/history/import/import-log'
import { Gaps } from '@/server/history/visits/gaps'
import { keepTurnedAway } from '@/server/history/visits/turned-away'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi, NOW } from './testing/history-api'

const HOUR_MS = 3_600_000
const MORNING = { enteredAt: DAY + 9 * HOUR_MS }

describe.each(databases)('a report, on $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (...visits: Visit[]) => test.database.db.insertInto('visits').values(visits.map(rowOf)).execute()
  type Asker = Parameters<typeof historyApi>[1]
  const ask = (query: string, asker?: Asker) => historyApi(test.database, asker).request(`/api/v1/${query}`)
  const report = async (query: string, asker?: Asker) =>
    reportSchema.parse(await (await ask(`reports?${query}`, asker)).json())
  const answered = async (query: string, asker?: Asker) =>
    (await report(query, asker)).rows.map(({ key, tally }) => [key, tally.answered])

  it('of queues has each by its own rules, those without a visit and those of the past', async () => {
    await keep(
      aVisit({ ...MORNING, waits: 30 }),
      aVisit({ ...MORNING, queue: 'old', waits: 30 }),
      aVisit({ enteredAt: DAY - HOUR_MS, queue: 'older' }),
    )
    const rulesOf = (queue: string) =>
      ({ thresholdMs: queue === 'old' ? 60_000 : 20_000, shortMs: 5_000, formula: 'SL2', lost: DEFAULT_LOST }) as const
    const { rows, total, rules } = await report('', { deps: { rulesOf } })
    expect(rows.map(({ key, tally }) => [key, tally.answered, tally.answeredInTime])).toEqual([
      ...[
        ['support', 1, 0],
        ['sales', 0, 0],
        ['old', 1, 1],
      ],
    ])
    expect([total.answered, total.answeredInTime]).toEqual([2, 1])
    expect(rules.map(({ queue }) => queue)).toEqual(['support', 'sales', 'old'])
  })

  it('of days before anything was recorded says so, but for those of which a log told', async () => {
    const [first, log] = [DAY - 24 * HOUR_MS, DAY - 72 * HOUR_MS]
    await new Gaps(test.database, PBX).add({ from: 0, to: first })
    await keepFilled(test.database, PBX, { from: log, to: log + HOUR_MS })
    const query = `by=day&from=${DAY - 96 * HOUR_MS}&to=${DAY}`
    const { rows, gaps } = await report(query)
    expect(rows.map(({ unseenMs }) => unseenMs / HOUR_MS)).toEqual([24, 23, 24, 0])
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [0, log],
      [log, first],
    ])
    const table = await (await ask(`reports?${query}&format=csv`)).text()
    expect(table.split('\r\n')[1]).toMatch(new RegExp(`,${24 * HOUR_MS}$`))
  })

  it('of a PBX that was never seen yet is of what a log told', async () => {
    await keepFilled(test.database, PBX, { from: DAY - 72 * HOUR_MS, to: DAY - 24 * HOUR_MS })
    const deps = { blind: () => ({ pbx: PBX, since: 0 }) }
    const { rows, gaps } = await report(`by=day&from=${DAY - 96 * HOUR_MS}&to=${DAY}`, { deps })
    expect(rows.map(({ unseenMs }) => unseenMs / HOUR_MS)).toEqual([24, 0, 0, 24])
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [0, DAY - 72 * HOUR_MS],
      [DAY - 72 * HOUR_MS, NOW],
    ])
  })

  it('of agents names them, and counts in the total whom nobody answered', async () => {
    await keep(
      aVisit(MORNING),
      aVisit({ ...MORNING, queue: 'sales' }),
      aVisit({ ...MORNING, agent: 'PJSIP/102', agentName: null }),
      aVisit({ ...MORNING, ending: 'hungUp' }),
    )
    const { rows, total } = await report('by=agent')
    expect(rows.map(({ key, label, tally }) => [key, label, tally.answered])).toEqual([
      ['PJSIP/101', 'Ana', 2],
      ['PJSIP/102', 'PJSIP/102', 1],
    ])
    expect([total.answered, total.lost]).toEqual([3, 1])
  })

  it('has one row for an agent whom a log names and whom we know by interface, and finds both by it', async () => {
    await keep(aVisit({ ...MORNING, agentName: 'Ana' }))
    const span = { queue: '', from_at: DAY, interface: 'PJSIP/101', pbx: PBX, name: 'Ana', state: 'ready' }
    await test.database.db
      .insertInto('agent_spans')
      .values({ ...span, reason: null, to_at: DAY + HOUR_MS })
      .execute()
    const seconds = (DAY + 8 * HOUR_MS) / 1000
    await importLog(
      test.database,
      PBX,
      (async function* () {
        yield `${seconds}|9.1|support|NONE|ENTERQUEUE||555|1`
        yield `${seconds + 2}|9.1|support|Ana|RINGNOANSWER|1000`
        yield `${seconds + 5}|9.1|support|Ana|CONNECT|5|9.2|2`
        yield `${seconds + 9}|9.1|support|Ana|COMPLETECALLER|5|4|1`
      })(),
    )
    expect(await answered('by=agent')).toEqual([['PJSIP/101', 2]])
    expect((await report('agent=PJSIP/101')).total.answered).toBe(2)
    expect(await (await ask('visits?agent=PJSIP/101')).json()).toMatchObject({ total: 2 })
    const { items } = (await (await ask('agents/sums')).json()) as { items: object[] }
    expect(items).toMatchObject([{ interface: 'PJSIP/101', name: 'Ana', answered: 2, missed: 1 }])
  })

  it('has a level over queues whose formulas differ: each is reckoned by its own', async () => {
    await keep(aVisit({ ...MORNING, waits: 10 }), aVisit({ ...MORNING, waits: 30, ending: 'hungUp' }))
    await keep(
      aVisit({ ...MORNING, queue: 'sales', waits: 10 }),
      aVisit({ ...MORNING, queue: 'sales', ending: 'noAgents' }),
    )
    const rulesOf = (queue: string) =>
      ({ thresholdMs: 20_000, shortMs: 5_000, formula: queue === 'sales' ? 'SL2' : 'SL3', lost: DEFAULT_LOST }) as const
    const { rows, level, before } = await report('compare=1', { deps: { rulesOf } })
    expect(rows.map((row) => [row.key, row.level])).toEqual([
      ['support', { numerator: 1, denominator: 2 }],
      ['sales', { numerator: 1, denominator: 1 }],
    ])
    expect([level, before?.level]).toEqual([
      { numerator: 2, denominator: 3 },
      { numerator: 0, denominator: 0 },
    ])
    const csv = await (await ask('reports?by=hour&format=csv', { deps: { rulesOf } })).text()
    expect(csv).toMatch(/09:00,[^\n]*,0\.6667,/)
  })

  it('of one agent has what this one answered', async () => {
    await keep(aVisit(MORNING), aVisit({ ...MORNING, agent: 'PJSIP/102' }), aVisit({ ...MORNING, ending: 'hungUp' }))
    const { total, before } = await report('agent=PJSIP/102&compare=1')
    expect([total.answered, total.lost, before?.total.answered]).toEqual([1, 0, 0])
  })

  it('of today goes hour by hour up to now, with nothing for what lies ahead', async () => {
    await keep(aVisit(MORNING), aVisit({ enteredAt: DAY + 9.75 * HOUR_MS, waits: 20 }))
    const { rows } = await report(`by=hour&from=${DAY}&to=${DAY + 24 * HOUR_MS}`)
    expect(rows).toHaveLength(13)
    expect(rows.map(({ tally }) => tally.answered).indexOf(2)).toBe(9)
    expect(rows[9]).toMatchObject({ key: String(DAY + 9 * HOUR_MS), label: '2026-11-23 09:00' })
    expect((await report('by=halfHour')).rows.filter(({ tally }) => tally.answered === 1)).toHaveLength(2)
  })

  it.each([
    ['spring', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['autumn', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
  ])('has every visit of the day on which the clock is moved in %s', async (_when, from, to, hours) => {
    const begin = Date.parse(from)
    const times = Array.from({ length: hours * 4 }, (_, quarter) => begin + (quarter * HOUR_MS) / 4)
    await keep(...times.map((enteredAt) => aVisit({ enteredAt, waits: 0 })))
    const timeZone = 'Europe/Berlin'
    const deps = { timeZone, dayStart: (now: number) => dayStart(now, timeZone, 0) }
    const query = `from=${begin}&to=${Date.parse(to)}`
    expect(await answered(`by=day&${query}`, { deps })).toEqual([[String(begin), hours * 4]])
    const byHour = await answered(`by=hour&${query}`, { deps })
    expect([byHour.length, new Set(byHour.map(([, count]) => count))]).toEqual([hours, new Set([4])])
    const byWeek = new Map((await report(`by=weekdayHour&${query}`, { deps })).rows.map((row) => [row.key, row]))
    expect(byWeek.get('7|2')?.tally.answered).toBe(hours === 25 ? 8 : undefined)
  })

  it('counts whom a queue did not let in beside its visits, by queue and by time, and those of no known queue in all', async () => {
    const away = (queue: string | null, hour: number) =>
      keepTurnedAway(test.database, [aTurnedAway({ queue, at: DAY + hour * HOUR_MS })])
    await Promise.all([
      away('support', 9),
      away('support', 9.5),
      away('sales', 10),
      away(null, 10),
      away('support', -20),
    ])
    const { rows, turnedAway, before } = await report(`from=${DAY}&to=${NOW}&compare=1`)
    expect(rows.map((row) => [row.key, row.turnedAway])).toEqual([
      ['support', 2],
      ['sales', 1],
    ])
    expect([turnedAway, before?.turnedAway]).toEqual([4, 1])
    const hours = (await report(`by=hour&from=${DAY + 9 * HOUR_MS}&to=${DAY + 12 * HOUR_MS}`)).rows
    expect(hours.map((row) => row.turnedAway)).toEqual([2, 2, 0])
    expect(await report('queues=sales')).toMatchObject({ turnedAway: 1, rows: [{ turnedAway: 1 }] })
    expect(await report('by=agent&agent=PJSIP/101')).toMatchObject({ turnedAway: 0 })
  })

  it('says how much of each row nobody saw', async () => {
    const gaps = new Gaps(test.database, PBX)
    await gaps.add({ from: DAY + 1.5 * HOUR_MS, to: DAY + 2.25 * HOUR_MS })
    const { rows, gaps: told } = await report(`by=hour&from=${DAY}&to=${DAY + 4 * HOUR_MS}`)
    expect(rows.map(({ unseenMs }) => unseenMs / HOUR_MS)).toEqual([0, 0.5, 0.25, 0])
    expect(told).toHaveLength(1)
    expect((await report('')).rows.map(({ unseenMs }) => unseenMs / HOUR_MS)).toEqual([0.75, 0.75])
  })

  it('counts as unseen, too, what nobody sees at this moment', async () => {
    const deps = { blind: () => ({ pbx: PBX, since: NOW - HOUR_MS / 2 }) }
    const { rows, gaps } = await report(`by=hour&from=${NOW - 2 * HOUR_MS}&to=${NOW}`, { deps })
    expect(rows.map(({ unseenMs }) => unseenMs / HOUR_MS)).toEqual([0, 0.5])
    expect(gaps).toEqual([{ pbx: PBX, from: NOW - HOUR_MS / 2, to: NOW, filled: [], calls: [] }])
    expect((await report(`from=${DAY}&to=${NOW - HOUR_MS}`, { deps })).gaps).toEqual([])
  })

  it('of a day that is not over is compared with as much of the day before', async () => {
    await keep(aVisit(MORNING), aVisit({ enteredAt: DAY - HOUR_MS }), aVisit({ enteredAt: DAY - 13 * HOUR_MS }))
    const { before } = await report(`from=${DAY}&to=${NOW}&compare=1`)
    expect(before).toMatchObject({ from: DAY - 24 * HOUR_MS, to: DAY - 12 * HOUR_MS, total: { answered: 1 } })
    expect((await report('')).before).toBeNull()
  })

  it('has the queues one may see of those one asks for, in groups too', async () => {
    await keep(aVisit(MORNING), aVisit({ ...MORNING, queue: 'sales' }), aVisit({ ...MORNING, queue: 'gone' }))
    expect(await answered('queues=Support')).toEqual([['support', 1]])
    expect(await answered('queues=@care')).toEqual([
      ['sales', 1],
      ['gone', 1],
    ])
    const supervisor = { role: 'supervisor', queues: ['SALES'] } as const
    expect(await answered('', supervisor)).toEqual([['sales', 1]])
    expect(await answered('queues=@care', supervisor)).toEqual([['sales', 1]])
    expect((await ask('reports?queues=support,@care', supervisor)).status).toBe(422)
    expect((await ask('reports', { role: 'agent' })).status).toBe(403)
  })

  it.each(['by=minute', 'by=halfHour&from=0', 'queue=support', 'compare=yes', 'format=xlsx'])(
    'is refused where it is not understood, or would never end: %s',
    async (query) => {
      expect((await ask(`reports?${query}`)).status).toBe(422)
    },
  )

  it('is a file that no spreadsheet runs', async () => {
    await keep(aVisit({ ...MORNING, agentName: '=1+1' }))
    const answer = await ask('reports?by=agent&format=csv')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="report-agent.csv"')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, line] = new TextDecoder().decode(bytes).split('\r\n')
    expect(head).toMatch(/^key,label,from,to,offered,answered,.*,unseenMs$/)
    const names = head?.split(',') ?? []
    expect(names).toEqual([...new Set(names)])
    expect(line).toMatch(/^PJSIP\/101,'=1\+1,,,1,1,/)
    const rows = await (await ask('reports?by=agent&format=json')).text()
    expect(JSON.parse(rows)).toMatchObject({ key: 'PJSIP/101', tally: { answered: 1 } })
  })

  it('lists all visits behind it as a file, with no more than a page in memory', async () => {
    const visits = Array.from({ length: 1_600 }, (_, index) => aVisit({ ...MORNING, waits: index % 60 }))
    for (let begin = 0; begin < visits.length; begin += 400) await keep(...visits.slice(begin, begin + 400))
    const csv = await (await ask('visits?format=csv')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(1_601)
    expect(csv).toContain(",'+49 30 5550117,Tom O’Brien,2026-11-23T09:00:00.000Z,")
    const masked = await (await ask('visits?format=json', { role: 'supervisor' })).text()
    expect(
      new Set(
        masked
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).number),
      ),
    ).toEqual(new Set(['··17']))
    const behind = await (await ask('visits?format=json&figure=serviceLevel&part=numerator')).text()
    expect(behind.trim().split('\n')).toHaveLength(visits.filter((_, index) => index % 60 <= 20).length)
  })
})
