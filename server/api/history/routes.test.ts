import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { FIGURES } from '@/lib/kpi/figures'
import { joinNames } from '@/lib/protocol/name-list'
import { explanationSchema, visitsSchema } from '@/lib/protocol/visits'
import { keepGapCalls } from '@/server/history/visits/gap-calls'
import { Gaps } from '@/server/history/visits/gaps'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const MORNING = { enteredAt: DAY + 9 * 3_600_000 }

describe.each(databases)('what stands behind the figures ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (...visits: Visit[]) => test.database.db.insertInto('visits').values(visits.map(rowOf)).execute()

  async function get(path: string, role: Role = 'admin', queues: readonly string[] | null = null) {
    const answer = await historyApi(test.database, { role, queues }).request(`/api/v1/${path}`)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const visits = async (path: string, ...who: [Role?, string[]?]) => visitsSchema.parse((await get(path, ...who)).body)
  const explain = async (path: string) => explanationSchema.parse((await get(`explain?${path}`)).body)

  it('a figure is explained by its fraction, and the visits above and below the line are those it counts', async () => {
    await keep(
      aVisit({ ...MORNING, waits: 10 }),
      aVisit({ ...MORNING, waits: 30 }),
      aVisit({ ...MORNING, waits: 40, ending: 'hungUp' }),
      aVisit({ ...MORNING, waits: 15, ending: 'hungUp' }),
      aVisit({ ...MORNING, waits: 2, ending: 'hungUp' }),
      aVisit({ ...MORNING, waits: 9, ending: 'key' }),
      aVisit({ enteredAt: DAY - 3_600_000, waits: 10 }),
    )
    const level = await explain('figure=serviceLevel&queues=support&window=today')
    expect(level).toMatchObject({ numerator: 1, denominator: 3, numeratorVisits: 1, denominatorVisits: 3 })
    expect(level.value).toBeCloseTo(1 / 3)
    expect(level.asterisk).toMatchObject({ value: 0.8, differences: ['otherFormula', 'otherSpan'] })
    for (const figure of FIGURES) {
      const told = await explain(`figure=${figure}&window=today`)
      const above = await visits(`visits?figure=${figure}&part=numerator&window=today`)
      expect([figure, above.total]).toEqual([figure, told.numeratorVisits])
    }
  })

  it('of an hour of the week, and of a wait or talk of some length, the same is told, and behind it the same visits are', async () => {
    const sunday = DAY - 86_400_000
    await keep(
      aVisit({ ...MORNING, waits: 7, talks: 20 }),
      aVisit({ ...MORNING, waits: 12, ending: 'hungUp' }),
      aVisit({ enteredAt: MORNING.enteredAt - 7 * 86_400_000, waits: 7, talks: 90 }),
      aVisit({ enteredAt: MORNING.enteredAt + 3_600_000, waits: 30 }),
    )
    await new Gaps(test.database, PBX).add({ from: sunday, to: sunday + 60_000 })
    const span = `from=${DAY - 8 * 86_400_000}&to=${DAY + 86_400_000}`
    const parts = { 'weekdayHour=1|9': [3, 2], 'minWait=5000&waitBelow=10000': [2, 2], 'minTalk=60000': [1, 1] }
    for (const [part, [offered, answered]] of Object.entries(parts)) {
      const asked = `${span}&${encodeURI(part)}`
      const told = [await explain(`${asked}&figure=offered`), await explain(`${asked}&figure=answered`)]
      expect([part, ...told.map(({ value }) => value)]).toEqual([part, offered, answered])
      expect((await visits(`visits?${asked}&figure=answered&part=numerator`)).total).toBe(answered)
    }
    expect((await explain(`${span}&figure=offered&weekdayHour=1|9&queues=support`)).gaps).toEqual([])
    expect((await visits(`visits?${span}&weekdayHour=7|0`)).gaps).toHaveLength(1)
    expect((await explain(`${span}&figure=answered&weekdayHour=1|9&queues=support`)).asterisk).toBeNull()
    for (const wrong of ['weekdayHour=8|1', 'weekdayHour=1', 'waitBelow=-1'])
      expect((await get(`explain?figure=offered&${wrong}`)).status).toBe(422)
  })

  it('an agent is found by the interface in capitals or not, as Asterisk finds one', async () => {
    await keep(aVisit({ ...MORNING, waits: 10, agent: 'PJSIP/101' }), aVisit({ ...MORNING, agent: 'PJSIP/103' }))
    for (const agent of ['PJSIP/101', 'pjsip/101']) {
      expect([agent, (await visits(`visits?agent=${agent}`)).total]).toEqual([agent, 1])
      expect((await explain(`figure=answered&agent=${agent}`)).value).toBe(1)
    }
    expect((await visits('visits?agent=pjsip/10')).total).toBe(0)
  })

  it('a queue whose name has a comma is asked for with a backslash before it', async () => {
    await keep(aVisit({ ...MORNING, queue: 'Fish, chips' }), aVisit({ ...MORNING }))
    const asked = `visits?queues=${encodeURIComponent(joinNames(['Fish, chips']))}`
    expect((await visits(asked)).items.map(({ queue }) => queue)).toEqual(['Fish, chips'])
    expect((await get('visits?queues=Fish, chips')).status).toBe(422)
  })

  it('a range has its own visits, a gap that touches it is named', async () => {
    await keep(aVisit({ ...MORNING, waits: 10 }), aVisit({ enteredAt: DAY - 3_600_000, waits: 10 }))
    await new Gaps(test.database, PBX).add({ from: DAY - 60_000, to: DAY + 60_000 })
    const yesterday = await visits(`visits?from=${DAY - 86_400_000}&to=${DAY}`)
    expect([yesterday.total, yesterday.gaps]).toEqual([
      1,
      [{ pbx: PBX, from: DAY - 60_000, to: DAY + 60_000, filled: [], calls: [] }],
    ])
    expect((await visits('visits')).total).toBe(1)
  })

  it('a range may be told by the clock of any zone', async () => {
    await keep(aVisit({ ...MORNING, waits: 10 }), aVisit({ enteredAt: DAY - 3_600_000, waits: 10 }))
    const inTokyo = new Date(DAY + 9 * 3_600_000).toISOString().replace('Z', '+09:00')
    expect((await visits(`visits?from=${inTokyo}`)).items.map(({ enteredAt }) => enteredAt)).toEqual([
      MORNING.enteredAt,
    ])
    expect((await get('visits?from=2026-11-23T09:00:00')).body).toMatchObject({
      errors: [{ path: 'from', message: expect.stringContaining('with its zone') }],
    })
  })

  it('pages follow each other and lose nobody', async () => {
    await keep(...Array.from({ length: 25 }, (_, index) => aVisit({ ...MORNING, waits: index })))
    const ids: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await visits(`visits?limit=10${next && `&after=${next}`}`)
      ids.push(...page.items.map(({ id }) => id))
      expect(page.total).toBe(25)
      next = page.next
    }
    expect([ids.length, new Set(ids).size]).toEqual([25, 25])
    expect((await get('visits?after=1')).status).toBe(422)
  })

  it('a gap says what Asterisk’s own counters know more of it, of the queues that one may see', async () => {
    const gap = { from: DAY + 3_600_000, to: DAY + 3_660_000 }
    await new Gaps(test.database, PBX).add(gap)
    const grown = { ...gap, completed: 3, abandoned: 1, restarted: false }
    const growths = ['support', 'sales', 'gone'].map((queue) => ({ ...grown, queue }))
    const unseen = aVisit({ enteredAt: gap.from, waits: 60, ending: 'unknown', isPartlyUnseen: true })
    await keep(unseen, aVisit({ enteredAt: gap.from, waits: 30, ending: 'hungUp' }))
    await keepGapCalls(test.database, PBX, gap, growths, [])
    const calls = async (path: string, ...who: [Role?, string[]?]) => (await visits(path, ...who)).gaps[0]?.calls
    expect((await calls('visits'))?.map(({ queue }) => queue)).toEqual(['gone', 'sales', 'support'])
    expect(await calls('visits?queues=support')).toEqual([
      ...[
        { queue: 'support', queueLabel: 'support', completed: 3, abandoned: 0, unclear: 1, countersRestarted: false },
      ],
    ])
    expect(await calls('visits', 'supervisor', ['sales'])).toMatchObject([
      { queue: 'sales', completed: 3, abandoned: 1 },
    ])
    expect((await explain('figure=lost&queues=sales')).gaps[0]?.calls).toHaveLength(1)
  })

  it('one sees the visits of one’s queues alone, and numbers as one may', async () => {
    await keep(aVisit({ ...MORNING, queue: 'support' }), aVisit({ ...MORNING, queue: 'sales' }))
    const own = await visits('visits', 'supervisor', ['SALES'])
    expect(own.items.map(({ queue, number, name }) => [queue, number, name])).toEqual([['sales', '··17', 'Tom O.']])
    expect((await get('visits?queues=support', 'supervisor', ['sales'])).status).toBe(422)
    expect((await get('visits', 'agent')).status).toBe(403)
  })

  it('a visit names the same caller’s visits before and after it', async () => {
    const [first, second] = [aVisit(MORNING), aVisit({ ...MORNING, queue: 'sales', waits: 60 })]
    await keep(first, { ...second, previous: first.id })
    const links = async (...who: [Role?, string[]?]) =>
      (await visits('visits', ...who)).items.map(({ previous, next }) => [previous, next])
    expect(await links()).toEqual([
      [null, second.id],
      [first.id, null],
    ])
    expect(await links('supervisor', ['support'])).toEqual([[null, null]])
  })

  it('a group of queues stands for its queues', async () => {
    await keep(aVisit(MORNING), aVisit({ ...MORNING, queue: 'sales' }))
    expect((await visits('visits?queues=@care')).items.map(({ queue }) => queue)).toEqual(['sales'])
    expect((await get('visits?queues=@none')).status).toBe(422)
  })

  it('a number finds its visits however it is written, and an ending its own', async () => {
    await keep(aVisit(MORNING), aVisit({ ...MORNING, number: '0171 2345678', ending: 'timedOut' }))
    expect((await visits('visits?number=030%205550117')).total).toBe(1)
    expect((await visits('visits?ending=timedOut,key')).items.map(({ ending }) => ending)).toEqual(['timedOut'])
  })

  it.each(['figure=level', 'window=week&figure=lost', 'from=yesterday&figure=lost', 'figure=lost&what=1'])(
    'what is not understood is refused: %s',
    async (query) => {
      expect((await get(`explain?${query}`)).status).toBe(422)
    },
  )

  it('what runs backwards, ends without a beginning, or is two times at once is refused, and says why', async () => {
    for (const path of ['explain?figure=lost&', 'visits?', 'reports?', 'distributions?of=wait&', 'agents/sums?'])
      for (const when of [
        `from=${DAY}&to=${DAY}`,
        `from=${DAY}&to=${DAY - 1}`,
        `to=${DAY}`,
        `window=today&from=${DAY}`,
      ]) {
        const { status, body } = await get(`${path}${when}`)
        expect([path, when, status, JSON.stringify(body)]).toEqual([
          path,
          when,
          422,
          expect.stringContaining('a window, or a range'),
        ])
      }
  })

  it.each(['queues', 'agent', 'number', 'text'])('signs that no database keeps are refused: %s', async (name) => {
    expect((await get(`visits?${name}=a%00b`)).status).toBe(422)
  })

  it('what is pasted with a tab is looked for as any other text', async () => {
    await keep(aVisit({ ...MORNING, name: 'Anna' }))
    expect((await visits('visits?text=Anna%09')).total).toBe(1)
  })

  it('an id with such signs is no fault of ours', async () => {
    expect((await get('visits/a%00b')).status).toBe(422)
  })

  it('a queue or group that nobody knows is refused, and does not read as one without calls', async () => {
    await keep(aVisit({ ...MORNING, waits: 10, queue: 'gone' }))
    const refused = async (queues: string, ...who: [Role?, string[]?]) => {
      const { status, body } = await get(`explain?figure=lost&queues=${queues}`, ...who)
      return status === 200 ? null : [status, body.detail]
    }
    const unknown = (names: string) => [422, `There is no such queue, or none that you may see: ${names}.`]
    expect(await refused('suport,sales,@nobody')).toEqual(unknown('suport, @nobody'))
    expect(await refused('SUPPORT,gone,@care')).toBeNull()
    expect(await refused('support,gone,@care', 'supervisor', ['support'])).toEqual(unknown('gone, @care'))
  })
})
