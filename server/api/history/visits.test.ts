import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountRights, Role } from '@/lib/domain/rights'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { visitStorySchema, visitsSchema } from '@/lib/protocol/visits'
import { Gaps } from '@/server/history/visits/gaps'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const HOUR_MS = 3_600_000
const MORNING = { enteredAt: DAY + 9 * HOUR_MS }
type Who = { role?: Role; queues?: AccountRights['queues'] }
/** Of the API of these tests everybody but administrators sees numbers masked. */
const MASKED: Who = { role: 'supervisor' }

describe.each(databases)('visits by the API ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (...visits: Visit[]) => test.database.db.insertInto('visits').values(visits.map(rowOf)).execute()
  const get = async (path: string, who: Who = {}) => historyApi(test.database, who).request(`/api/v1/visits${path}`)
  const list = async (query: string, who?: Who) => visitsSchema.parse(await (await get(query, who)).json())
  const names = async (query: string, who?: Who) => (await list(query, who)).items.map(({ name }) => name)
  const story = async (id: string, who?: Who) =>
    visitStorySchema.parse(await (await get(`/${encodeURIComponent(id)}`, who)).json())

  it('are ordered and filtered as asked, and counted once for all pages', async () => {
    await keep(
      aVisit({ ...MORNING, name: 'a', waits: 30, talks: 60 }),
      aVisit({ ...MORNING, name: 'b', waits: 90, ending: 'hungUp' }),
      aVisit({ ...MORNING, name: 'c', waits: 60, talks: 600, endedBy: 'transfer', isPartlyUnseen: true }),
    )
    expect(await names('?sort=-wait')).toEqual(['b', 'c', 'a'])
    expect(await names('?sort=talk')).toEqual(['b', 'a', 'c'])
    expect(await names('?minWait=60000&minTalk=600000&transferred=1&unseen=1')).toEqual(['c'])
    const first = await list('?sort=-wait&limit=2')
    await keep(aVisit({ ...MORNING, name: 'late', waits: 10 }))
    const second = await list(`?sort=-wait&limit=2&after=${first.next}`)
    expect([first.total, second.total, second.items.map(({ name }) => name)]).toEqual([3, 3, ['a', 'late']])
  })

  it('that are looked for through all of a time are told as they are found, and counted by whoever wants to know', async () => {
    const daysAgo = (days: number, name: string) => aVisit({ enteredAt: DAY - days * 24 * HOUR_MS, name })
    await keep(daysAgo(300, 'Ana Rare'), daysAgo(2, 'Ben Rare'), daysAgo(1, 'Cem Rare'), daysAgo(1, 'Other'))
    const found = `from=${DAY - 365 * 24 * HOUR_MS}&to=${DAY}&text=rare`
    const lines = async (query: string) => {
      const text = await (await get(query)).text()
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    }
    const all = await lines(`?${found}&limit=2&progress=1`)
    expect(all.find(({ some }) => some)).toMatchObject({ some: { items: [{ name: 'Ana Rare' }] } })
    expect(all.some(({ done }) => done > 0.1 && done < 1)).toBe(true)
    const { items, total, next } = visitsSchema.parse(all.at(-1).answer)
    expect([items.map(({ name }) => name), total]).toEqual([['Ana Rare', 'Ben Rare'], null])
    const second = visitsSchema.parse((await lines(`?${found}&limit=2&progress=1&after=${next}`)).at(-1).answer)
    expect([second.items.map(({ name }) => name), second.total, second.next]).toEqual([['Cem Rare'], null, null])
    expect((await lines(`/count?${found}&progress=1`)).at(-1)).toEqual({ answer: { total: 3 } })
    expect(await lines(`/count?${found}`)).toEqual([{ total: 3 }])
    expect((await list(`?${found}&limit=2`)).total).toBe(3)
    expect((await lines(`?${found}&progress=1`)).at(-1).answer.total).toBe(3)
    expect((await lines(`?limit=2&${found.replace('&text=rare', '')}&progress=1`)).at(-1).answer.total).toBe(4)
  })

  it('of queues that one does not see are not counted', async () => {
    await keep(aVisit({ ...MORNING, queue: 'support' }), aVisit({ ...MORNING, queue: 'sales' }))
    const own = { role: 'supervisor', queues: ['sales'] } as const
    expect(await (await get('/count', own)).json()).toEqual({ total: 1 })
    expect((await get('/count?queues=nowhere')).status).toBe((await get('?queues=nowhere')).status)
  })

  it('a file has them in the order that was asked for, as the list does', async () => {
    await keep(
      aVisit({ ...MORNING, name: 'a', waits: 30, talks: 60, agent: 'PJSIP/102' }),
      aVisit({ ...MORNING, name: 'b', waits: 90, ending: 'hungUp' }),
      aVisit({ ...MORNING, name: 'c', waits: 60, talks: 600, agent: 'PJSIP/101' }),
    )
    for (const sort of ['time', '-time', 'wait', '-wait', '-talk', 'agent']) {
      const lines = (await (await get(`?format=json&sort=${sort}`)).text()).trim().split('\n')
      expect([sort, lines.map((line) => JSON.parse(line).name)]).toEqual([sort, await names(`?sort=${sort}`)])
    }
  })

  it.each([
    'sort=number',
    'after=x',
    'transferred=yes',
    'minWait=-1',
    `after=${Buffer.from('[1]').toString('base64url')}`,
  ])('what is not understood is refused: %s', async (query) => {
    expect((await get(`?${query}`)).status).toBe(422)
  })

  it('of a queue that is no more are found however its name is written, as reports find them', async () => {
    await keep(aVisit({ ...MORNING, queue: 'Gone', name: 'a', number: '030 5550117' }))
    await keep(aVisit({ enteredAt: DAY + 10 * HOUR_MS, queue: 'Gone', name: 'b', number: '030 5550117' }))
    expect(await names('?queues=GONE')).toEqual(['a', 'b'])
    const own = { role: 'supervisor', queues: ['gone'] } as const
    const { items } = await list('', own)
    expect(items.length).toBe(2)
    expect((await story(items[0]?.id ?? '', own)).othersTotal).toBe(1)
  })

  it('a place in one order is none in another: such a page would leave out visits, or tell them twice', async () => {
    await keep(aVisit({ ...MORNING, waits: 30 }), aVisit({ ...MORNING, waits: 90 }), aVisit({ ...MORNING, waits: 60 }))
    const places = [(await list('?sort=wait&limit=1')).next, (await list('?sort=queue&limit=1')).next]
    for (const sort of ['-time', 'talk', 'agent'])
      for (const place of places) expect((await get(`?sort=${sort}&after=${place}`)).status).toBe(422)
  })

  it('a number that is masked cannot be guessed digit by digit, neither in the list nor in its file', async () => {
    await keep(aVisit({ ...MORNING, number: '+49 30 5550117', transferredTo: '0171 2345678' }))
    for (const guess of ['number=%2B49305550117', 'text=5550117', 'text=117', 'text=Brien'])
      expect([guess, (await list(`?${guess}`, MASKED)).total]).toEqual([guess, 0])
    const [item] = (await list('?text=17', MASKED)).items
    expect([item?.number, item?.name, item?.transferredTo]).toEqual(['··17', 'Tom O.', '··78'])
    expect(await (await get('?format=csv&text=5550117', MASKED)).text()).not.toContain('··17')
    expect((await list('?number=030%205550117')).total).toBe(1)
  })

  it('a file has exactly what is filtered, and no formula', async () => {
    await keep(aVisit({ ...MORNING, name: '=cmd()', waits: 90 }), aVisit({ ...MORNING, name: 'short' }))
    const csv = await (await get('?format=csv&minWait=60000')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain("'=cmd()")
    const json = await (await get('?format=json&minWait=60000')).text()
    expect(
      json
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).name),
    ).toEqual(['=cmd()'])
  })

  it('one visit tells the call’s way through all queues, and the same number’s other calls', async () => {
    const first = aVisit({ ...MORNING, endedBy: 'transfer' })
    const { uniqueid } = first
    const second = aVisit({ enteredAt: first.enteredAt + HOUR_MS, queue: 'sales', uniqueid, previous: first.id })
    const before = aVisit({ enteredAt: DAY - 20 * 24 * HOUR_MS, number: '030 5550117' })
    const long = aVisit({ enteredAt: DAY - 40 * 24 * HOUR_MS })
    await keep(first, second, before, long, aVisit({ ...MORNING, number: '030 5550118' }))
    const told = await story(second.id)
    expect(told.visit).toMatchObject({ id: second.id, queue: 'sales', previous: first.id, next: null })
    expect(told.call.map(({ id }) => id)).toEqual([first.id, second.id])
    expect([told.others.map(({ id }) => id), told.othersTotal]).toEqual([[before.id], 1])
    expect((await story(first.id)).call.map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('of a visit one sees what one may: nothing of other queues, numbers masked', async () => {
    const first = aVisit(MORNING)
    const second = aVisit({ ...MORNING, queue: 'sales', uniqueid: first.uniqueid, previous: first.id })
    const elsewhere = aVisit({ ...MORNING, queue: 'sales' })
    await keep(first, second, elsewhere)
    const own: Who = { role: 'supervisor', queues: ['support'] }
    const told = await story(first.id, own)
    expect(told.visit).toMatchObject({ number: '··17', name: 'Tom O.', next: null })
    expect([told.call.map(({ id }) => id), told.others, told.othersTotal]).toEqual([[first.id], [], 0])
    for (const id of [second.id, 'none']) expect((await get(`/${encodeURIComponent(id)}`, own)).status).toBe(404)
    expect((await get(`/${encodeURIComponent(first.id)}`, { role: 'agent' })).status).toBe(403)
  })

  it('a gap that it touches is told, one of another PBX is not', async () => {
    const visit = aVisit({ ...MORNING, waits: 10, talks: 600 })
    await keep(visit)
    const gap = { from: visit.enteredAt + 60_000, to: visit.enteredAt + 90_000 }
    await new Gaps(test.database, PBX).add(gap)
    await new Gaps(test.database, 'other').add(gap)
    await new Gaps(test.database, PBX).add({ from: gap.to + HOUR_MS, to: gap.to + 2 * HOUR_MS })
    expect((await story(visit.id)).gaps).toEqual([{ pbx: PBX, ...gap, filled: [], calls: [] }])
  })

  it('from where it is known is told', async () => {
    const [live, log] = [aVisit(MORNING), aVisit(MORNING)]
    await keep(live)
    await test.database.db
      .insertInto('visits')
      .values({ ...rowOf(log), known_from: 'log' })
      .execute()
    expect([(await story(live.id)).knownFrom, (await story(log.id)).knownFrom]).toEqual(['live', 'log'])
  })

  it('whoever still waits has a story, too', async () => {
    const waiting = aVisit({ ...MORNING, ending: null })
    await keep(waiting)
    expect((await story(waiting.id)).visit).toMatchObject({ ending: null, leftAt: null, waitMs: null })
  })
})
