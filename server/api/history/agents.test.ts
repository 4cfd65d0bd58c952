import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import { agentSumsListSchema, agentTimelineSchema } from '@/lib/protocol/agents'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { anaDidIn, inMinutes, type ToldSpan } from './testing/ana'
import { DAY, historyApi } from './testing/history-api'

const MINUTE = 60_000
type Asker = Parameters<typeof historyApi>[1]

describe.each(databases)('agents’ times by the API ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    const did = anaDidIn(test.database)
    await did(
      '',
      ['ready', 0, 10],
      ['onCall', 10, 15],
      ['ready', 15, 20],
      ['paused', 20, 30, 'lunch'],
      ['ready', 30, null],
    )
    await did('support', ['ready', 0, 10], ['onCall', 10, 15], ['ready', 15, 20], ['paused', 20, 30, 'lunch'])
    await did('support', ['ready', 30, null])
    await did('sales', ['paused', 0, 10, 'secret'], ['otherCall', 10, 15], ['paused', 15, 30, 'secret'])
  })
  afterEach(() => test.dispose())

  const ask = async (path: string, asker: Asker = {}) => {
    const response = await historyApi(test.database, asker).request(`/api/v1/agents/${path}`)
    expect(response.status).toBe(200)
    return response
  }
  const timeline = async (query: string, asker?: Asker) =>
    agentTimelineSchema.parse(await (await ask(`timeline${query}`, asker)).json())
  const sums = async (query: string, asker?: Asker) =>
    agentSumsListSchema.parse(await (await ask(`sums${query}`, asker)).json())

  const told = (spans: readonly ToldSpan[] = []) => spans.map(inMinutes)

  it('go on in a range of days that begins after the last of them began', async () => {
    const { agents } = await timeline(`?from=${DAY + 31 * MINUTE}&to=${DAY + 5000 * MINUTE}`)
    expect(told(agents[0]?.spans)).toEqual(['ready 31-now'])
  })

  it('are a line over all queues, up to now', async () => {
    const { agents } = await timeline('')
    expect(agents).toMatchObject([{ pbx: 'main', interface: 'PJSIP/101', name: 'Ana', queues: [] }])
    expect(told(agents[0]?.spans)).toEqual([
      ...['ready 0-10', 'onCall 10-15', 'ready 15-20', 'paused (lunch) 20-30', 'ready 30-now'],
    ])
  })

  it('are clipped to the range, and a line for each queue where that is asked', async () => {
    const { agents } = await timeline(`?from=${DAY + 12 * MINUTE}&to=${DAY + 18 * MINUTE}&perQueue=1`)
    expect(told(agents[0]?.spans)).toEqual(['onCall 12-15', 'ready 15-18'])
    expect(agents[0]?.queues.map(({ queue, spans }) => [queue, told(spans)])).toEqual([
      ['sales', ['otherCall 12-15', 'paused (secret) 15-18']],
      ['support', ['onCall 12-15', 'ready 15-18']],
    ])
  })

  it('show nothing of queues that one does not see, neither in lines nor in sums', async () => {
    const asker = { role: 'supervisor', queues: ['sales'] } as const
    const { agents } = await timeline('?perQueue=1', asker)
    expect(told(agents[0]?.spans)).toEqual(['paused (secret) 0-10', 'otherCall 10-15', 'paused (secret) 15-30'])
    expect(agents[0]?.queues.map(({ queue }) => queue)).toEqual(['sales'])
    const [ana] = (await sums('', asker)).items
    expect(ana).toMatchObject({ loggedInMs: 30 * MINUTE, readyMs: 0, onCallMs: 0, otherCallMs: 5 * MINUTE })
  })

  it('end where the link was lost', async () => {
    const deps = { blind: () => ({ pbx: PBX, since: DAY + 40 * MINUTE }) }
    expect(told((await timeline('', { deps })).agents[0]?.spans).at(-1)).toBe('ready 30-40')
    expect((await sums('', { deps })).items[0]?.readyMs).toBe(25 * MINUTE)
  })

  it('are summed, with what came of them', async () => {
    const answered = aVisit({
      ...{ enteredAt: DAY + 9 * MINUTE, waits: 60, talks: 240, agent: 'pjsip/101', heldMs: 60_000, wrapUpMs: 20_000 },
    })
    const ring = { interface: 'PJSIP/101', at: DAY, rangMs: 15_000, outcome: 'noAnswer' } as const
    const missed = aVisit({ enteredAt: DAY, waits: 60, ending: 'hungUp', rings: [ring, ring] })
    await test.database.db
      .insertInto('visits')
      .values([rowOf(answered), rowOf(missed)])
      .execute()
    const { items } = await sums(`?from=${DAY}&to=${DAY + 35 * MINUTE}`)
    expect(items).toMatchObject([
      {
        ...{ name: 'Ana', loggedInMs: 35 * MINUTE, readyMs: 20 * MINUTE, onCallMs: 5 * MINUTE, pausedMs: 10 * MINUTE },
        pauses: [{ reason: 'lunch', ms: 10 * MINUTE }],
        ...{ occupancy: 0.2, answered: 1, missed: 2, talks: 1, talkMs: 180_000, heldMs: 60_000 },
        averageHandlingMs: 260_000,
      },
    ])
  })

  it('of whom only calls are known have calls, and no occupancy', async () => {
    await test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: DAY, waits: 5, talks: 60, agent: 'PJSIP/909', agentName: 'Bo' })))
      .execute()
    const { items } = await sums('')
    expect(items.find(({ name }) => name === 'Bo')).toMatchObject({
      pbx: null,
      answered: 1,
      loggedInMs: 0,
      occupancy: null,
    })
  })

  it('come as a file with a column for each reason of a pause', async () => {
    const text = await (await ask('sums?format=csv')).text()
    const [head, line] = text.replace('\uFEFF', '').split('\r\n')
    expect(head).toMatch(/^interface,name,answered,.*,pausedMs: lunch$/)
    expect(line).toMatch(/^PJSIP\/101,Ana,0,.*,600000$/)
    expect((await (await ask('sums?format=json')).text()).trim().split('\n')).toHaveLength(1)
  })
})
