import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountRights, Role } from '@/lib/domain/rights'
import { aCaller, aQueue, NO_LIMITS } from '@/lib/domain/testing/records'
import { replayAtSchema, replayDaysSchema, replayLineSchema, replayMarksSchema } from '@/lib/protocol/replay'
import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { createAudit } from '@/server/audit/audit'
import { ChunkIndex } from '@/server/history/replay/chunk-index'
import { ChunkReader } from '@/server/history/replay/chunk-reader'
import { Replay } from '@/server/history/replay/replay'
import { openHouse } from '@/server/history/replay/testing/house'
import { aPrincipal, openAuth } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { addReplayRoutes } from './routes'

const LIMITS = { ...NO_LIMITS, waitCritical: 20 }

describe('/api/v1/replay', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openSqlite()
  })
  afterEach(() => test.dispose())

  /** A minute with a caller in each of two queues, whose waits become too long. */
  async function openDay() {
    const house = await openHouse(test)
    const { clock, store, recorder } = house
    const audit = createAudit({ database: test.database, clock })
    const begin = clock.now()
    for (const name of ['support', 'sales']) {
      const queue = aQueue(name, { limits: LIMITS })
      house.tables.queues.set(queue.id, queue)
      const caller = aCaller(name, name, { joinedAt: begin, number: '01701234567', name: 'Tom O’Brien' })
      house.tables.callers.set(caller.id, caller)
    }
    await house.pass(30_000)
    for (const [actorId, action] of [
      ['ana', 'agent.pause'],
      ['bob', 'caller.hangUp'],
      ['bob', 'sign-in'],
    ] as const) {
      const origin = { address: '192.0.2.7', via: 'page' as const }
      await audit.write({
        action,
        actor: actorId,
        actorId,
        target: null,
        origin,
        result: 'done',
        detail: {},
        ref: null,
      })
    }
    house.tables.callers.delete(aCaller('support', 'support').id)
    const end = await house.pass(30_000)
    function as(role: Role, change: Partial<AccountRights> = {}) {
      const principal = aPrincipal('ana', role)
      const api = createApi({
        ...{ store, board: SAMPLE_BOARD, version: '1', now: clock.now, log: silentLog },
        guard: guardOf(openAuth({ ...principal, accountId: 'ana', rights: { ...principal.rights, ...change } })),
        routes: [
          (one) =>
            addReplayRoutes(one, {
              ...{ database: test.database, audit, clock, timeZone: 'UTC', keptDays: 14 },
              index: new ChunkIndex(test.database, clock, 14),
              replay: new Replay(test.database, new ChunkReader(test.database, null)),
              failingSince: () => null,
              written: () => recorder.written(),
              blind: () => null,
            }),
        ],
      })
      return (path: string) => api.request(`/api/v1/replay/${path}`)
    }
    return { as, begin, end, close: () => recorder.close() }
  }

  it('tells which days are kept, and how much they take', async () => {
    const { as, begin, end, close } = await openDay()
    const told = replayDaysSchema.parse(await (await as('supervisor')('days')).json())
    expect(told).toMatchObject({
      keptDays: 14,
      timeZone: 'UTC',
      days: [{ day: '2026-11-23', from: begin, to: end, gaps: [] }],
    })
    expect(told.days[0]?.bytes).toBeGreaterThan(0)
    await close()
  })

  it('shows a moment as who asks may see it: queues of one’s own, numbers masked', async () => {
    const { as, begin, close } = await openDay()
    const at = async (ask: ReturnType<typeof as>, query = '') =>
      replayAtSchema.parse(await (await ask(`at?t=${begin + 20_000}${query}`)).json()).state
    expect(Object.keys((await at(as('admin'))).queues)).toHaveLength(2)
    expect(Object.keys((await at(as('admin'), '&queues=sales')).queues)).toEqual([aQueue('sales').id])
    const narrow = await at(as('supervisor', { queues: ['support'], numbers: 'none' }))
    expect(Object.values(narrow.queues).map(({ name }) => name)).toEqual(['support'])
    expect(Object.values(narrow.callers)).toMatchObject([{ number: '··67', name: 'Tom O.' }])
    await close()
  })

  it('tells what changed line by line, and at last up to when that is all', async () => {
    const { as, begin, end, close } = await openDay()
    const text = await (
      await as('supervisor', { queues: ['support'] })(`diffs?from=${begin + 20_000}&to=${end + 9}`)
    ).text()
    const lines = text.trim().split('\n')
    expect(lines.map((line) => replayLineSchema.parse(JSON.parse(line)))).toEqual([
      { at: begin + 30_100, diff: { callers: { remove: [aCaller('support', 'support').id] } } },
      { end },
    ])
    await close()
  })

  it('marks alarms of queues that one sees, and actions: everybody’s for who reads the audit log, else one’s own', async () => {
    const { as, begin, end, close } = await openDay()
    const marks = async (ask: ReturnType<typeof as>) =>
      replayMarksSchema.parse(await (await ask(`marks?from=${begin}&to=${end}`)).json())
    const all = await marks(as('admin'))
    expect(all.actions).toBe('all')
    expect(
      all.marks.map((mark) =>
        mark.kind === 'alarm' ? `${mark.queue} ${mark.level}` : mark.kind === 'action' && mark.action,
      ),
    ).toEqual(['sales critical', 'support critical', 'agent.pause', 'caller.hangUp', 'support closed'])
    const own = await marks(as('supervisor', { queues: ['sales'] }))
    expect(own.marks).toMatchObject([{ queue: 'sales' }, { kind: 'action', actor: 'ana' }])
    expect(own.actions).toBe('own')
    await close()
  })

  it('says of which moments nothing is kept, refuses what is no span, and is not for everybody', async () => {
    const { as, begin, close } = await openDay()
    const early = await as('admin')(`at?t=${begin - 1}`)
    expect([early.status, (await early.json()).detail]).toEqual([
      404,
      expect.stringMatching(/^Nothing is kept of this moment/),
    ])
    await test.database.db
      .insertInto('gaps')
      .values({ id: 'g', pbx: 'main', from_at: begin + 1_000, to_at: begin + 5_000 })
      .execute()
    const blind = await as('admin')(`at?t=${begin + 2_000}`)
    expect([blind.status, (await blind.json()).detail]).toEqual([
      404,
      expect.stringMatching(/no connection to the PBX/),
    ])
    expect((await as('admin')(`diffs?from=${begin}&to=${begin}`)).status).toBe(422)
    expect((await as('admin')(`marks?from=0&to=${begin}`)).status).toBe(422)
    expect((await as('agent')('days')).status).toBe(403)
    await close()
  })
})
