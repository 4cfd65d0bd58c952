import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Ring, Visit } from '@/lib/domain/visit'
import { agentSumsListSchema } from '@/lib/protocol/agents'
import { missedRingsSchema } from '@/lib/protocol/missed-rings'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const MINUTE = 60_000
const MORNING = DAY + 540 * MINUTE

describe.each(databases)('phones that rang in vain ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    // Answered by the second whom it rang.
    await keep({ enteredAt: MORNING, waits: 60, agent: 'PJSIP/102', agentName: 'Bo' }, [
      { interface: 'PJSIP/101', at: MORNING + 1_000, rangMs: 15_000, outcome: 'noAnswer' },
      { interface: 'PJSIP/102', at: MORNING + 20_000, rangMs: 5_000, outcome: 'answered' },
    ])
    // Rang the same phone twice, and hung up.
    await keep(
      { enteredAt: MORNING + MINUTE, waits: 90, ending: 'hungUp', queue: 'sales', number: '2017', name: '=cmd()' },
      [
        { interface: 'pjsip/101', at: MORNING + MINUTE, rangMs: 20_000, outcome: 'noAnswer' },
        { interface: 'pjsip/101', at: MORNING + 2 * MINUTE, rangMs: null, outcome: 'noAnswer' },
        { interface: 'PJSIP/103', at: MORNING + 2 * MINUTE, rangMs: 9_000, outcome: 'withdrawn' },
      ],
    )
    // Still waits, and was there yesterday: neither is of today.
    await keep({ enteredAt: MORNING, ending: null }, [
      { interface: 'PJSIP/101', at: MORNING, rangMs: 15_000, outcome: 'noAnswer' },
    ])
    await keep({ enteredAt: DAY - MINUTE, waits: 30, ending: 'timedOut' }, [
      { interface: 'PJSIP/102', at: DAY - MINUTE, rangMs: 12_000, outcome: 'noAnswer' },
    ])
  })
  afterEach(() => test.dispose())

  const keep = (visit: Partial<Visit> & { waits?: number }, rings: Ring[]) =>
    test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ ...visit, rings })))
      .execute()
  const get = (query: string, role: Role = 'admin', queues: readonly string[] | null = null) =>
    historyApi(test.database, { role, queues }).request(`/api/v1/missedRings${query}`)
  const list = async (...asked: Parameters<typeof get>) => missedRingsSchema.parse(await (await get(...asked)).json())
  const rang = async (query: string) => (await list(query)).items.map(({ rangMs }) => rangMs)

  it('are told with what became of the caller', async () => {
    const { items, total, agent } = await list('?sort=time')
    expect([total, agent]).toEqual([3, null])
    expect(items).toMatchObject([
      {
        ...{ interface: 'PJSIP/101', at: MORNING + 1_000, rangMs: 15_000, queue: 'support', ring: 0 },
        ...{ ending: 'answered', answeredBy: 'Bo', number: '+49 30 5550117', leftAt: MORNING + MINUTE },
      },
      { queue: 'sales', at: MORNING + MINUTE, ending: 'hungUp', answeredBy: null, ring: 0 },
      { queue: 'sales', at: MORNING + 2 * MINUTE, rangMs: null, ring: 1 },
    ])
  })

  it('come in any order, the latest first', async () => {
    expect(await rang('')).toEqual([null, 20_000, 15_000])
    expect(await rang('?sort=rang')).toEqual([null, 15_000, 20_000])
    expect(await rang('?sort=-queue')).toEqual([15_000, 20_000, null])
    expect(await rang('?sort=ending')).toEqual([15_000, 20_000, null])
    expect(await rang('?sort=-caller')).toEqual([15_000, 20_000, null])
    const first = await list('?limit=1')
    expect([first.items.length, first.total]).toEqual([1, 3])
  })

  it('are as many as the figure of the agent, however the interface is written', async () => {
    const week = `from=${DAY - 5_000 * MINUTE}&to=${DAY + 5_000 * MINUTE}`
    for (const part of ['', '&queues=sales', '&queues=support']) {
      const answer = await historyApi(test.database).request(`/api/v1/agents/sums?${week}${part}`)
      const { items } = agentSumsListSchema.parse(await answer.json())
      for (const { interface: agent, missed } of items) {
        const own = await list(`?${week}${part}&agent=${agent.toLowerCase()}`)
        expect([part, agent, own.total, own.items.length]).toEqual([part, agent, missed, missed])
      }
      const all = items.reduce((sum, { missed }) => sum + missed, 0)
      expect([part, (await list(`?${week}${part}`)).total]).toEqual([part, all])
    }
  })

  it('are those that one may see, with numbers masked', async () => {
    const own = await list('?agent=PJSIP/101', 'supervisor', ['support'])
    expect(own).toMatchObject({ total: 1, agent: { interface: 'PJSIP/101' } })
    expect(own.items).toMatchObject([{ queue: 'support', number: '··17', name: 'Tom O.' }])
    expect((await get('', 'agent')).status).toBe(403)
    expect((await get('?queues=none')).status).toBe(422)
  })

  it('all of them go into a file, in which no formula stands', async () => {
    const csv = await (await get('?format=csv&limit=1&sort=time')).text()
    const [head, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toBe('at,interface,agentName,queue,queueLabel,rangMs,number,name,ending,leftAt,answeredBy,visit,pbx')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain("'=cmd()")
    expect((await (await get('?format=json')).text()).trim().split('\n')).toHaveLength(3)
  })
})
