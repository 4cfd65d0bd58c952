import { describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import type { QueueKpi } from '@/lib/domain/kpi'
import { PBX } from '@/lib/domain/testing/records'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { GroupKpi } from '@/lib/kpi/group'
import { emptyTally } from '@/lib/kpi/tally'
import { aPrincipal, openAuth } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { emptySourceTables } from '@/server/store/source-tables'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createApi } from './app'
import { addKpiRoute } from './kpis'
import { guardOf } from './testing/guard-of'
import { SAMPLE_BOARD } from './testing/sample-board'
import { sampleStore } from './testing/sample-store'

describe('the figures of queues', () => {
  it('come one by one, without a sum that nobody asked for', async () => {
    const { items, sums } = await ask('')
    expect(items.map(({ id }) => id)).toEqual(['main|sales', 'main|support'])
    expect(sums).toBeNull()
  })

  it('of a group come with their sums', async () => {
    const { items, sums } = await ask('?group=all')
    expect(items).toHaveLength(2)
    expect(sums?.today).toMatchObject({ queues: 2, tally: { answered: 12 }, level: { numerator: 8, denominator: 12 } })
  })

  it('of a group are those of the queues that one sees', async () => {
    const { items, sums } = await ask('?group=all', ['sales'])
    expect(items.map(({ id }) => id)).toEqual(['main|sales'])
    expect(sums?.today).toMatchObject({ queues: 1, tally: { answered: 6 } })
  })

  it.each(['nobody', 'constructor'])('of a group that is not there are no zeros: %s is refused', async (group) => {
    const answer = await asked(`?group=${group}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ detail: `There is no such group, or none that you may see: ${group}.` })
  })

  it('of a group of which one may see no queue are refused likewise, and none where it has no queue any more', async () => {
    expect((await asked('?group=all', ['night'])).status).toBe(422)
    expect((await asked('?group=old')).status).toBe(422)
  })
})

async function ask(query: string, queues: readonly string[] | null = null) {
  const answer = await asked(query, queues)
  expect(answer.status).toBe(200)
  return (await answer.json()) as { items: QueueKpi[]; sums: { today: GroupKpi } | null }
}

async function asked(query: string, queues: readonly string[] | null = null) {
  const store = sampleStore()
  const tables = emptySourceTables()
  for (const name of ['support', 'sales']) tables.kpis.set(queueId(PBX, name), kpi(name))
  store.attach({ tables }).touched()
  store.flush()
  const principal = aPrincipal('ana', 'supervisor')
  const deps = {
    tables: store.tables,
    clock: new FixedClock(),
    queueGroups: () => ({ all: ['SUPPORT', 'sales'], old: ['fax'] }),
  }
  const api = createApi({
    ...{ store, board: SAMPLE_BOARD, version: '1', now: () => 0, log: silentLog },
    guard: guardOf(openAuth({ ...principal, rights: { ...principal.rights, queues } })),
    routes: [(one) => addKpiRoute(one, deps)],
  })
  return api.request(`/api/v1/kpis${query}`)
}

function kpi(name: string): QueueKpi {
  const none = emptyTally()
  const today = { ...none, answered: 6, answeredInTime: 4 }
  return {
    ...{ id: queueId(PBX, name), pbx: PBX, since: 0 },
    rules: { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST },
    windows: { today, last15: none, last30: none, last60: none },
    turnedAway: { today: 0, last15: 0, last30: 0, last60: 0 },
    unseenMs: { today: 0, last15: 0, last30: 0, last60: 0 },
  }
}
