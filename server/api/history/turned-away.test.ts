import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { PBX } from '@/lib/domain/testing/records'
import { turnedAwayListSchema } from '@/lib/protocol/turned-away'
import { explanationSchema } from '@/lib/protocol/visits'
import { keepTurnedAway } from '@/server/history/visits/turned-away'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const HOUR_MS = 3_600_000
const MORNING = DAY + 9 * HOUR_MS

describe.each(databases)('who was turned away ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    await keep({ queue: 'support', at: MORNING, number: '+49 30 5550117', name: 'Tom O’Brien', why: 'FULL' })
    await keep({ queue: 'sales', at: MORNING + HOUR_MS, number: '2017', name: '=cmd()', why: 'JOINEMPTY' })
    await keep({ queue: null, at: MORNING + 1_000, number: null, name: null, why: 'JOINUNAVAIL' })
    await keep({ queue: 'support', at: MORNING - 24 * HOUR_MS, number: null, name: null, why: 'FULL' })
  })
  afterEach(() => test.dispose())

  type One = { queue: string | null; at: number; number: string | null; name: string | null; why: string }
  const keep = (one: One) =>
    keepTurnedAway(test.database, [{ ...one, id: `${one.at}`, pbx: PBX, uniqueid: `${one.at}.1` }])
  const get = (query: string, role: Role = 'admin', queues: readonly string[] | null = null) =>
    historyApi(test.database, { role, queues }).request(`/api/v1/turnedAway${query}`)
  const list = async (...asked: Parameters<typeof get>) =>
    turnedAwayListSchema.parse(await (await get(...asked)).json())
  const whys = async (query: string) => (await list(query)).items.map(({ why }) => why)

  it('are told in any order, the latest first', async () => {
    expect(await whys('')).toEqual(['JOINEMPTY', 'JOINUNAVAIL', 'FULL'])
    expect(await whys('?sort=queue')).toEqual(['JOINUNAVAIL', 'JOINEMPTY', 'FULL'])
    expect(await whys('?sort=-why')).toEqual(['JOINUNAVAIL', 'JOINEMPTY', 'FULL'])
    const first = await list('?limit=1')
    expect([first.items.length, first.total]).toEqual([1, 3])
  })

  it('are as many as the figure says, of any queue and any hour of the week', async () => {
    const week = `from=${DAY - 24 * HOUR_MS}&to=${DAY + 24 * HOUR_MS}`
    for (const part of ['', '&queues=support', '&weekdayHour=1|9', '&weekdayHour=7|9&queues=support']) {
      const answer = await historyApi(test.database).request(`/api/v1/explain?figure=offered&${week}${part}`)
      const { turnedAway } = explanationSchema.parse(await answer.json())
      const { items, total } = await list(`?${week}${part}`)
      expect([part, items.length, total]).toEqual([part, turnedAway, turnedAway])
    }
    expect((await list(`?${week}&weekdayHour=1|9`)).total).toBe(2)
  })

  it('are those that one may see, with numbers masked', async () => {
    const own = await list('', 'supervisor', ['support'])
    expect(own.items).toMatchObject([{ queue: 'support', queueLabel: 'support', number: '··17', name: 'Tom O.' }])
    expect((await get('', 'agent')).status).toBe(403)
    expect((await get('?queues=none')).status).toBe(422)
  })

  it('all of them go into a file, in which no formula stands', async () => {
    const csv = await (await get('?format=csv&limit=1&sort=time')).text()
    const [head, ...lines] = csv.trim().split('\r\n')
    expect(head).toBe('at,queue,queueLabel,number,name,why,pbx')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain("'=cmd()")
    expect((await (await get('?format=json')).text()).trim().split('\n')).toHaveLength(3)
  })
})
