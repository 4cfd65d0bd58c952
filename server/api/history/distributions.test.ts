import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { distributionSchema } from '@/lib/protocol/distributions'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const MORNING = { enteredAt: DAY + 9 * 3_600_000 }

describe.each(databases)('the distribution of waits and talks, on $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (...visits: Visit[]) => test.database.db.insertInto('visits').values(visits.map(rowOf)).execute()
  type Asker = Parameters<typeof historyApi>[1]
  const ask = (query: string, asker?: Asker) =>
    historyApi(test.database, asker).request(`/api/v1/distributions?${query}`)
  const told = async (query: string, asker?: Asker) => distributionSchema.parse(await (await ask(query, asker)).json())
  const counts = async (query: string, asker?: Asker) =>
    (await told(query, asker)).series.map(({ kind, count }) => [kind, count])

  it('tells answered, lost and left otherwise apart, and names the threshold of each queue', async () => {
    await keep(
      ...[10, 20, 30].map((waits) => aVisit({ ...MORNING, waits })),
      aVisit({ ...MORNING, waits: 2, ending: 'hungUp' }),
      aVisit({ ...MORNING, waits: 700, ending: 'timedOut' }),
      aVisit({ ...MORNING, queue: 'gone', waits: 7, ending: 'key' }),
    )
    const { series, rules, bins } = await told('')
    expect(series.map(({ kind, count, medianMs, p90Ms }) => [kind, count, medianMs, p90Ms])).toEqual([
      ['answered', 3, 20_000, 30_000],
      ['lost', 2, 2_000, 700_000],
      ['other', 1, 7_000, 7_000],
    ])
    expect(series[1]?.counts.flatMap((count, bin) => (count > 0 ? [bins[bin]] : []))).toEqual([
      { from: 0, to: 5_000 },
      { from: 600_000, to: null },
    ])
    expect(rules.map(({ queue, rules: { thresholdMs } }) => [queue, thresholdMs])).toEqual([
      ...[
        ['support', 20_000],
        ['sales', 20_000],
        ['gone', 20_000],
      ],
    ])
  })

  it('is a file with the figures of each kind of call and how many fell into each bin', async () => {
    await keep(aVisit({ ...MORNING, waits: 10 }), aVisit({ ...MORNING, waits: 700, ending: 'timedOut' }))
    const answer = await ask('format=csv')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="distribution-wait.csv"')
    const [head = '', ...lines] = (await answer.text()).replace('\uFEFF', '').trim().split('\r\n')
    const names = head.split(',')
    expect(names.slice(0, 7)).toEqual(['kind', 'count', 'medianMs', 'p90Ms', 'meanMs', 'longestMs', 'from0'])
    expect(lines.map((line) => line.split(',').slice(0, 6).join(','))).toEqual([
      'answered,1,10000,10000,10000,10000',
      'lost,1,700000,700000,700000,700000',
      'other,0,,,,',
    ])
    expect(lines.map((line) => line.split(',')[names.indexOf('from600000')])).toEqual(['0', '1', '0'])
    const [first] = (await (await ask('format=json')).text()).split('\n')
    expect(JSON.parse(first ?? '')).toMatchObject({ kind: 'answered', count: 1, from10000: 1 })
  })

  it('of talks has those that ended, without hold', async () => {
    await keep(aVisit({ ...MORNING, talks: 60, heldMs: 20_000 }), aVisit({ ...MORNING, talkEndedAt: null }))
    expect((await told('of=talk')).series).toMatchObject([{ kind: 'talk', count: 1, meanMs: 40_000, medianMs: 40_000 }])
  })

  it('has the queues one may see of those one asks for, and one agent’s where one is named', async () => {
    await keep(
      aVisit(MORNING),
      aVisit({ ...MORNING, queue: 'sales', agent: 'PJSIP/102' }),
      aVisit({ ...MORNING, queue: 'sales', ending: 'hungUp' }),
    )
    expect(await counts('queues=@care')).toEqual([
      ['answered', 1],
      ['lost', 1],
      ['other', 0],
    ])
    expect(await counts('agent=PJSIP/101')).toMatchObject([['answered', 1], ['lost', 0], {}])
    const supervisor = { role: 'supervisor', queues: ['sales'] } as const
    expect(await counts('', supervisor)).toMatchObject([['answered', 1], ['lost', 1], {}])
    expect((await ask('queues=support', supervisor)).status).toBe(422)
    expect((await ask('', { role: 'agent' })).status).toBe(403)
  })

  it.each(['of=hold', 'by=hour', 'from=yesterday'])('is refused where it is not understood: %s', async (query) => {
    expect((await ask(query)).status).toBe(422)
  })
})
