import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf, upsertSpans } from '../agents/span-rows'
import { agentsWithKept } from './agents-with-kept'

const DAY_MS = 86_400_000
const FROM = Date.UTC(2026, 9, 1)
const DAYS = 3
const QUEUES = ['support', 'sales', 'billing']

describe.each(databases)('what agents did in several queues together ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    const rows = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
      QUEUES.map((queue) => {
        const from = FROM + day * DAY_MS
        const who = { pbx: PBX, interface: 'PJSIP/101', name: 'Ana', queue }
        return rowOf({ ...who, state: 'ready', reason: null, from, to: from + 60_000 })
      }),
    )
    await upsertSpans(test.database, rows)
  })
  afterEach(() => test.dispose())

  /** How many ms Ana was ready. */
  async function ask(queues: readonly string[] | null, { database } = test): Promise<number> {
    const to = FROM + DAYS * DAY_MS
    const begin = (at: number) => at - (at % DAY_MS)
    let ready = 0
    const deps = { database, dayStart: begin, keepingFromMs: 0, mostSets: 2 }
    const wanted = { from: FROM, to, until: to + DAY_MS, queues, agent: null }
    for await (const some of agentsWithKept(deps, wanted)) for (const { time } of some) ready += time.states.ready
    return ready
  }
  const kept = async () => {
    const rows = await test.database.db.selectFrom('kept_days').select('queue').distinct().execute()
    return rows.map(({ queue }) => queue).sort()
  }

  it('is kept of so many sets: the one that was not asked for the longest time makes room', async () => {
    const first = await ask(['support', 'sales'])
    await ask(['support', 'billing'])
    await ask(['sales', 'support'])
    await ask(['sales', 'billing'])
    expect(await kept()).toEqual(['["billing","sales"]', '["sales","support"]'])
    const left = await test.database.db.selectFrom('kept_agent_times').select('day_id').distinct().execute()
    expect(left).toHaveLength(2 * DAYS)
    expect(await ask(['support', 'billing'])).toBe(first)
    expect(await kept()).toEqual(['["billing","sales"]', '["billing","support"]'])
  })

  it('leaves alone what is kept of each queue, and of all', async () => {
    for (const queue of QUEUES) await ask([queue])
    await ask(null)
    await ask(['support', 'sales'])
    await ask(QUEUES)
    await ask(['support', 'billing'])
    const sets = ['["billing","sales","support"]', '["billing","support"]']
    expect(await kept()).toEqual(['', ...sets, 'billing', 'sales', 'support'])
  })

  it('after a restart lets go first of what was kept first', async () => {
    await ask(['support', 'sales'])
    await ask(['support', 'billing'])
    const anew = { ...test, database: { ...test.database } }
    await ask(['sales', 'billing'], anew)
    expect(await kept()).toEqual(['["billing","sales"]', '["billing","support"]'])
  })
})
