import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agentId } from '@/lib/domain/ids'
import { PBX } from '@/lib/domain/testing/records'
import { NO_TIME } from '@/lib/kpi/agent-time'
import { type TimesExplanation, timesExplanationSchema } from '@/lib/protocol/agent-times'
import { agentSumsListSchema } from '@/lib/protocol/agents'
import { sampleStore } from '@/server/api/testing/sample-store'
import { rowOf, upsertSpans } from '@/server/history/agents/span-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { anaDidIn, inMinutes } from './testing/ana'
import { DAY, historyApi, NOW } from './testing/history-api'

const MINUTE = 60_000
type Asker = Parameters<typeof historyApi>[1]

describe.each(databases)('what agents’ time is made of ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    const did = anaDidIn(test.database)
    await did(
      '',
      ['ready', 0, 10],
      ['onCall', 10, 15],
      ['onHold', 15, 16],
      ['ready', 16, 20],
      ['paused', 20, 30, 'lunch'],
    )
    await did('', ['paused', 30, 40], ['wrapUp', 40, 45], ['ready', 45, null])
    await did('sales', ['paused', 0, 10, '=secret'], ['ready', 10, 20])
    await did('support', ['ready', 0, 10])
    await upsertSpans(test.database, [
      rowOf({ ...BO, queue: '', state: 'ready', reason: null, from: DAY, to: DAY + 5 * MINUTE }),
    ])
  })
  afterEach(() => test.dispose())

  const BO = { pbx: PBX, interface: 'PJSIP/102', name: 'Bo' }
  const get = (query: string, asker: Asker = {}) => historyApi(test.database, asker).request(`/api/v1/${query}`)
  const explain = async (query: string, asker?: Asker) => {
    const response = await get(`explain/agents?agent=pjsip/101&${query}`, asker)
    expect(response.status).toBe(200)
    return timesExplanationSchema.parse(await response.json())
  }
  const told = ({ items }: TimesExplanation) =>
    items.map((span) => `${inMinutes(span)}${span.ends === 'open' ? ' and on' : ''}`)

  it('is each span of the state, up to now', async () => {
    const ready = await explain('figure=ready')
    expect(told(ready)).toEqual(['ready 0-10', 'ready 16-20', 'ready 45-now and on'])
    expect(ready).toMatchObject({
      ...{ agent: { interface: 'PJSIP/101', name: 'Ana' }, agents: 1, queues: null, total: 3, denominator: null },
      ...{ value: NOW - DAY - 31 * MINUTE, numerator: NOW - DAY - 31 * MINUTE },
    })
  })

  it('is what the table of agents says, figure by figure', async () => {
    const response = await get('agents/sums?agent=PJSIP/101')
    const [ana] = agentSumsListSchema.parse(await response.json()).items
    const values = async (...figures: string[]) =>
      Promise.all(figures.map(async (figure) => (await explain(`figure=${figure}`)).value))
    expect(await values('loggedIn', 'ready', 'ringing', 'onCall', 'onHold', 'otherCall', 'wrapUp', 'paused')).toEqual([
      ...[ana?.loggedInMs, ana?.readyMs, ana?.ringingMs, ana?.onCallMs, ana?.onHoldMs, ana?.otherCallMs, ana?.wrapUpMs],
      ana?.pausedMs,
    ])
    expect(await values('unavailable', 'occupancy', 'inCalls')).toEqual([
      ...[ana?.unavailableMs, ana?.occupancy, (ana?.onCallMs ?? 0) + (ana?.onHoldMs ?? 0)],
    ])
  })

  it('names the queues of each call and wrap-up, of those that one sees', async () => {
    const did = anaDidIn(test.database)
    await did('sales', ['onCall', 10, 15], ['otherCall', 15, 16], ['wrapUp', 40, 45])
    await did('support', ['otherCall', 10, 15], ['onHold', 15, 16], ['wrapUp', 40, 45])
    const queuesOf = async (query: string, asker?: Asker) =>
      (await explain(query, asker)).items.map(({ state, queues }) => [state, queues])
    expect(await queuesOf('figure=inCalls')).toEqual([
      ['onCall', ['sales']],
      ['onHold', ['support']],
    ])
    expect(await queuesOf('figure=wrapUp')).toEqual([['wrapUp', ['sales', 'support']]])
    expect(await queuesOf('figure=paused')).toEqual([
      ['paused', null],
      ['paused', null],
    ])
    expect(await queuesOf('figure=wrapUp', { role: 'supervisor', queues: ['sales', 'gone'] })).toEqual([
      ['wrapUp', ['sales']],
    ])
    expect(await queuesOf('figure=wrapUp&queues=sales')).toEqual([['wrapUp', null]])
  })

  it('is told apart by the reason of a pause, and by having none', async () => {
    expect(told(await explain('figure=paused'))).toHaveLength(2)
    expect(told(await explain('figure=paused&reason=lunch'))).toEqual(['paused (lunch) 20-30'])
    expect(told(await explain('figure=paused&reason='))).toEqual(['paused 30-40'])
    expect((await explain('figure=paused')).parts).toMatchObject([
      { reason: 'lunch', ms: 10 * MINUTE, spans: 1 },
      { reason: null, ms: 10 * MINUTE, spans: 1 },
    ])
    expect((await get('explain/agents?figure=ready&reason=lunch')).status).toBe(422)
  })

  it('is above the line of a share, or below it only', async () => {
    const { items, numerator, denominator } = await explain(`figure=occupancy&from=${DAY}&to=${DAY + 20 * MINUTE}`)
    expect(items.map(({ state, part }) => `${state}: ${part}`)).toEqual([
      ...['ready: denominator', 'onCall: numerator', 'onHold: numerator', 'ready: denominator'],
    ])
    expect([numerator, denominator]).toEqual([6 * MINUTE, 20 * MINUTE])
    expect((await explain(`figure=occupancy&from=${DAY - 9}&to=${DAY}`)).value).toBeNull()
  })

  it('is of all agents together without one', async () => {
    const response = await get(`explain/agents?figure=ready&to=${DAY + 20 * MINUTE}&from=${DAY}&sort=-duration&limit=2`)
    const { agent, agents, items, total, value } = timesExplanationSchema.parse(await response.json())
    expect([agent, agents, total, value]).toEqual([null, 2, 3, 19 * MINUTE])
    expect(items.map(({ name, ms }) => `${name} ${ms / MINUTE}`)).toEqual(['Ana 10', 'Bo 5'])
  })

  it('shows nothing of queues that one does not see, and nothing at all to whoever may not see history', async () => {
    const asker = { role: 'supervisor', queues: ['support'] } as const
    const one = await explain('figure=loggedIn', asker)
    expect(told(one)).toEqual(['ready 0-10'])
    expect(one.queues).toEqual([{ queue: 'support', label: 'support' }])
    expect((await get('explain/agents?figure=ready&queues=sales', asker)).status).toBe(422)
    expect((await get('explain/agents?figure=ready', { role: 'agent' })).status).toBe(403)
  })

  it('ends where the link was lost, with the gap beside it, of which no log tells what agents did', async () => {
    const since = DAY + 50 * MINUTE
    await test.database.db
      .insertInto('gaps')
      .values({ id: 'one', pbx: PBX, from_at: DAY - MINUTE, to_at: DAY })
      .execute()
    await test.database.db
      .insertInto('filled')
      .values({ id: 'all', pbx: PBX, from_at: DAY - MINUTE, to_at: DAY })
      .execute()
    const one = await explain(`figure=ready&from=${DAY - 5 * MINUTE}`, { deps: { blind: () => ({ pbx: PBX, since }) } })
    expect(one.items.map(({ begins, ends }) => `${begins} ${ends}`)).toEqual(['gap seen', 'seen seen', 'seen gap'])
    expect(one.gaps).toMatchObject([
      { from: DAY - MINUTE, to: DAY, filled: [] },
      { from: since, to: NOW, filled: [] },
    ])
  })

  it('has beside it what Asterisk knows of the agent at this moment, as far as one sees it', async () => {
    const asterisk = async (query: string, asker?: Asker) =>
      (await explain(query, asker)).asterisk.map(({ queue, callsTaken }) => [queue, callsTaken])
    expect(await asterisk('figure=ready')).toEqual([
      ['support', 2],
      ['sales', 2],
    ])
    expect(await asterisk('figure=ready&queues=sales')).toEqual([['sales', 2]])
    expect(await asterisk('figure=ready', { role: 'supervisor', queues: ['support'] })).toEqual([['support', 2]])
    expect(await asterisk(`figure=ready&from=${DAY}&to=${NOW}`)).toEqual([])
    const everybody = await (await get('explain/agents?figure=ready')).json()
    expect(timesExplanationSchema.parse(everybody).asterisk).toEqual([])
  })

  it('all of it goes into a file, in which no formula stands', async () => {
    const csv = await (
      await get('explain/agents?figure=loggedIn&agent=PJSIP/101&queues=sales&format=csv&limit=1')
    ).text()
    const [head, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toBe('pbx,interface,name,queues,state,reason,from,to,ms,seconds,part,begins,ends')
    expect(lines).toEqual([
      "main,PJSIP/101,Ana,sales,paused,'=secret,2026-11-23T00:00:00.000Z,2026-11-23T00:10:00.000Z,600000,600,numerator,seen,seen",
      'main,PJSIP/101,Ana,sales,ready,,2026-11-23T00:10:00.000Z,2026-11-23T00:20:00.000Z,600000,600,numerator,seen,seen',
    ])
    const json = await (await get('explain/agents?figure=paused&agent=PJSIP/101&format=json&sort=-time')).text()
    const states = json
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(states).toMatchObject([{ reason: null, queues: null }, { reason: 'lunch' }])
  })

  it('is open to agents of themselves', async () => {
    const { tables } = sampleStore()
    const mine = async (own: boolean) => {
      const kpi = {
        ...{ id: agentId(PBX, 'PJSIP/101'), pbx: PBX, queue: null, interface: 'PJSIP/101', name: 'Ana', since: DAY },
        ...{ time: NO_TIME, state: null, reason: null, stateSince: null },
        ...{ answered: 0, missed: 0, talks: 0, talkMs: 0, heldMs: 0 },
      }
      const deps = { tables: { ...tables, agentKpis: new Map(own ? [[kpi.id, kpi]] : []) } }
      const phones = [{ pbx: PBX, interface: 'PJSIP/101', exten: null, label: null }]
      return get('me/times?figure=paused', { role: 'agent', queues: [], phones, deps })
    }
    expect((await mine(false)).status).toBe(404)
    const own = timesExplanationSchema.parse(await (await mine(true)).json())
    expect(told(own)).toEqual(['paused (lunch) 20-30', 'paused 30-40'])
  })
})
