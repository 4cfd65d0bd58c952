import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BEGINNING } from '@/lib/domain/gap'
import { aVisit } from '@/lib/domain/testing/visits'
import { Gaps, gapsIn } from '@/server/history/visits/gaps'
import { rowOf } from '@/server/history/visits/visit-rows'
import { silentLog } from '@/server/socket/testing/wallboard'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Keeper } from './keeper'
import { aRecentCall } from './testing/recent-call'

const DAY = 86_400_000

describe.each(databases)('history that is older than is kept ($kind)', ({ kind, open }) => {
  let test: TestDatabase
  let keeper: Keeper | undefined
  const clock = new FixedClock()
  const daysAgo = (days: number) => clock.now() - days * DAY
  beforeEach(async () => {
    test = await open()
  })
  afterEach(async () => {
    keeper?.close()
    await test.dispose()
  })

  const keep = (piece?: number) => {
    keeper = new Keeper({
      ...{ database: test.database, clock, log: silentLog, keepDays: 400, replayDays: 14 },
      ...(piece && { piece }),
    })
    return keeper
  }
  const visitOf = (days: number, uniqueid: string) =>
    rowOf(aVisit({ id: `pbx|${uniqueid}`, uniqueid, enteredAt: daysAgo(days) }))
  const left = async (
    table: 'visits' | 'turned_away' | 'lost_marks' | 'gaps' | 'recent_calls' | 'replay_chunks' | 'replay_marks',
  ) => (await test.database.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)

  it('is deleted from every table, and nothing that is younger', async () => {
    const { db } = test.database
    await db
      .insertInto('visits')
      .values([visitOf(401, 'old'), visitOf(399, 'young')])
      .execute()
    const nobody = { number: null, number_key: null, name: null }
    const away = { pbx: 'pbx', uniqueid: '1', why: 'FULL', queue: null, ...nobody }
    await db
      .insertInto('turned_away')
      .values([
        { id: 'old', ...away, at: daysAgo(401) },
        { id: 'young', ...away, at: daysAgo(399) },
      ])
      .execute()
    const mark = { what: 'done', number_key: '1', call: null, account_id: null, who: 'Ana', note: null }
    await db
      .insertInto('lost_marks')
      .values([
        { id: 'old', ...mark, at: daysAgo(401) },
        { id: 'young', ...mark, at: daysAgo(399) },
      ])
      .execute()
    await db
      .insertInto('gaps')
      .values([
        { id: 'old', pbx: 'pbx', from_at: daysAgo(402), to_at: daysAgo(401) },
        { id: 'reaches in', pbx: 'pbx', from_at: daysAgo(402), to_at: daysAgo(399) },
        { id: 'still open', pbx: 'pbx', from_at: daysAgo(402), to_at: null },
      ])
      .execute()
    const calls = [aRecentCall({ ended_at: daysAgo(401) }), aRecentCall({ ended_at: daysAgo(399) })]
    await db.insertInto('recent_calls').values(calls).execute()
    expect(await keep().tidy()).toBe(false)
    expect(await left('visits')).toEqual(['pbx|young'])
    expect(await left('turned_away')).toEqual(['young'])
    expect(await left('lost_marks')).toEqual(['young'])
    expect(await left('gaps')).toEqual(['reaches in', 'still open'])
    expect(await left('recent_calls')).toHaveLength(1)
  })

  it('is said to be recorded no more, as is what a log told of it', async () => {
    const { db } = test.database
    const told = { id: 'log', pbx: 'pbx', from_at: daysAgo(450), to_at: daysAgo(398) }
    await db.insertInto('filled').values(told).execute()
    await new Gaps(test.database, 'pbx').add({ from: BEGINNING, to: daysAgo(398) })
    await keep().tidy()
    const [filled] = [{ from: daysAgo(400), to: daysAgo(398) }]
    expect(await gapsIn(test.database, { from: 0, to: clock.now() })).toEqual([
      { pbx: 'pbx', from: BEGINNING, to: daysAgo(400), filled: [] },
      { pbx: 'pbx', ...filled, filled: [filled] },
    ])
    keeper?.close()
    clock.advance(10 * DAY)
    const time = clock.now()
    let asked = 0
    const ticking = vi.spyOn(clock, 'now').mockImplementation(() => time + asked++)
    await keep().tidy()
    ticking.mockRestore()
    expect(await gapsIn(test.database, { from: 0, to: time })).toEqual([
      { pbx: 'pbx', from: BEGINNING, to: time - 400 * DAY, filled: [] },
    ])
  })

  it('is deleted of the replay after a time of its own, and never kept longer than the rest', async () => {
    const chunk = { run: 'r', seq: 0, is_snapshot: 1, is_open: 0, bytes: 1, numbers: '', data: Buffer.from('x') }
    const mark = { pbx: 'pbx', queue: 'q', label: 'q', level: 'critical', was: 'calm', broken: null }
    for (const [id, days] of [
      ['old', 15],
      ['young', 13],
    ] as const) {
      const at = daysAgo(days)
      await test.database.db
        .insertInto('replay_chunks')
        .values({ id, ...chunk, from_at: at, to_at: at })
        .execute()
      await test.database.db
        .insertInto('replay_marks')
        .values({ id, ...mark, at })
        .execute()
    }
    await keep().tidy()
    expect([await left('replay_chunks'), await left('replay_marks')]).toEqual([['young'], ['young']])
    keeper?.close()
    keeper = new Keeper({ database: test.database, clock, log: silentLog, keepDays: 12, replayDays: 14 })
    await keeper.tidy()
    expect([await left('replay_chunks'), await left('replay_marks')]).toEqual([[], []])
  })

  it('goes in pieces, so that others can write between them', async () => {
    const old = Array.from({ length: 25 }, (_, index) => visitOf(500, `${index}`))
    await test.database.db.insertInto('visits').values(old).execute()
    const pieces = keep(10)
    expect([await pieces.tidy(), (await left('visits')).length]).toEqual([true, 15])
    expect([await pieces.tidy(), (await left('visits')).length]).toEqual([true, 5])
    expect([await pieces.tidy(), (await left('visits')).length]).toEqual([false, 0])
  })

  it('is looked for after the start, piece after piece, and then every hour', async () => {
    const old = Array.from({ length: 25 }, (_, index) => visitOf(500, `${index}`))
    await test.database.db.insertInto('visits').values(old).execute()
    const tidy = vi.spyOn(keep(10), 'tidy')
    const settled = async (times: number) => {
      expect(tidy).toHaveBeenCalledTimes(times)
      await tidy.mock.results.at(-1)?.value
      // What follows the piece comes before the loop's next turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (const times of [1, 2, 3]) {
      clock.advance(100)
      await settled(times)
    }
    expect(await left('visits')).toEqual([])
    clock.advance(100)
    await settled(3)
    clock.advance(3_600_000)
    await settled(4)
  })

  it.runIf(kind === 'sqlite')('is found without reading what is younger', async () => {
    const { rows } = await sql<{ detail: string }>`explain query plan
      select id from visits where entered_at < 1 limit 500`.execute(test.database.db)
    expect(rows.map(({ detail }) => detail).join()).toContain('visits_entered')
  })
})
