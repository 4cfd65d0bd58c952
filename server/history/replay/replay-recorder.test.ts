import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCaller, aMember, aQueue, NO_LIMITS } from '@/lib/domain/testing/records'
import { openHandle } from '@/server/db/sqlite/driver'
import { databases, openSqlite, type TestDatabase } from '@/server/testing/databases'
import { ChunkIndex } from './chunk-index'
import { ChunkReader } from './chunk-reader'
import { coverageOf } from './coverage'
import { replayDays } from './days'
import { chunksIn } from './find-chunks'
import { alarmMarks } from './marks'
import { Replay } from './replay'
import { openHouse } from './testing/house'
import { EVERYTHING, plainPicture } from './testing/recorded-day'

const ALL = { from: 0, to: 8.64e15 }

async function coverage(test: TestDatabase) {
  return coverageOf(await chunksIn(test.database, ALL))
}

async function queuesAt(test: TestDatabase, at: number): Promise<string[] | null> {
  const picture = await new Replay(test.database, new ChunkReader(test.database, null)).at(at, EVERYTHING)
  return picture && Object.values(plainPicture(picture).queues as object).map(({ name }) => name)
}

describe.each(databases)('what is recorded ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('has no hole however long nothing happens, and then few chunks', async () => {
    const house = await openHouse(test)
    const begin = house.clock.now()
    const end = await house.pass(3_600_000)
    await house.recorder.close()
    const { stretches, holes } = await coverage(test)
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([[begin, end]])
    expect(holes).toEqual([])
    expect(stretches[0]?.chunks.length).toBeLessThan(20)
  })

  it('is there up to some seconds before a kill; until the next start is a hole with its reason', async () => {
    const first = await openHouse(test)
    first.tables.queues.set('main|a', aQueue('a'))
    await first.pass(10_000)
    const killed = await first.pass(1_000)
    // Nobody closes it; its clock stands still, so it writes no more.
    const second = await openHouse(test, { at: killed + 60_000 })
    second.tables.queues.set('main|b', aQueue('b'))
    const end = await second.pass(5_000)
    await second.recorder.close()
    const [hole] = (await coverage(test)).holes
    expect(hole).toMatchObject({ to: killed + 60_000, why: 'notRunning' })
    expect(killed - (hole?.from ?? 0)).toBeLessThanOrEqual(2_000)
    expect(await queuesAt(test, killed - 3_000)).toEqual(['a'])
    expect(await queuesAt(test, killed + 30_000)).toBeNull()
    expect(await queuesAt(test, end)).toEqual(['b'])
    const [day] = await replayDays(test.database, new ChunkIndex(test.database, second.clock, 14), 'UTC', null)
    expect(day).toMatchObject({ day: '2026-11-23', gaps: [hole] })
  })

  it('is whole after a flush of thousands of records, which is written down piece by piece', async () => {
    const house = await openHouse(test)
    const queue = aQueue('a')
    house.tables.queues.set(queue.id, queue)
    const members = Array.from({ length: 3_000 }, (_, index) => aMember('a', `${index}`))
    for (const member of members) house.tables.members.set(member.id, member)
    const end = await house.pass(3_000)
    await house.recorder.close()
    const picture = await new Replay(test.database, new ChunkReader(test.database, null)).at(end, EVERYTHING)
    expect(picture && plainPicture(picture).members).toEqual(Object.fromEntries(members.map((one) => [one.id, one])))
    const chunks = await chunksIn(test.database, ALL)
    expect(chunks.length).toBeGreaterThan(1)
    expect((await coverage(test)).holes).toEqual([])
  })

  it('of which a chunk is lost goes on with the next whole picture', async () => {
    const house = await openHouse(test)
    house.tables.queues.set('main|a', aQueue('a'))
    for (let minute = 1; minute <= 15; minute += 1) {
      house.tables.queues.patch('main|a', { completed: minute })
      await house.pass(60_000)
    }
    const end = house.clock.now()
    await house.recorder.close()
    const chunks = await chunksIn(test.database, ALL)
    const lost = chunks[3]
    const next = chunks.slice(4).find(({ isSnapshot }) => isSnapshot)
    if (!lost || !next) throw new Error('there are too few chunks')
    await test.database.db.deleteFrom('replay_chunks').where('id', '=', lost.id).execute()
    expect((await coverage(test)).holes).toEqual([{ from: lost.from, to: next.from, why: 'lost' }])
    expect(await queuesAt(test, next.from - 1)).toBeNull()
    expect(await queuesAt(test, end)).toEqual(['a'])
  })

  it('and cannot be read is passed over, and told of', async () => {
    const house = await openHouse(test)
    house.tables.queues.set('main|a', aQueue('a'))
    for (let minute = 1; minute <= 25; minute += 1) {
      house.tables.queues.patch('main|a', { completed: minute })
      await house.pass(60_000)
    }
    const end = house.clock.now()
    await house.recorder.close()
    const chunks = await chunksIn(test.database, ALL)
    const broken = chunks[2]
    const next = chunks.slice(3).find(({ isSnapshot }) => isSnapshot)
    if (!broken || !next) throw new Error('there are too few chunks')
    await test.database.db
      .updateTable('replay_chunks')
      .set({ data: Buffer.from('no chunk') })
      .where('id', '=', broken.id)
      .execute()
    const replay = new Replay(test.database, new ChunkReader(test.database, null))
    expect(await replay.at(broken.from + 1, EVERYTHING)).toBeNull()
    const played = await replay.play({ from: broken.from - 1, to: end }, EVERYTHING)
    const all = []
    for await (const one of played ?? []) all.push(one)
    expect(all).toContainEqual({ at: broken.from, until: next.from })
    expect(all.at(-1)).toMatchObject({ diff: { queues: { patch: { 'main|a': { completed: 25 } } } } })
  })

  it('tells when a queue falls into alarm by the clock and when it is out of it, to who sees the queue', async () => {
    const house = await openHouse(test)
    const limits = { ...NO_LIMITS, waitWarning: 10, waitCritical: 20 }
    const queue = aQueue('support', { label: 'Support', limits })
    const begin = house.clock.now()
    house.tables.queues.set(queue.id, queue)
    house.tables.members.set('main|m', aMember('support', '101'))
    house.tables.callers.set('main|1', aCaller('support', '1', { joinedAt: begin }))
    await house.pass(30_000)
    house.tables.callers.delete('main|1')
    await house.pass(5_000)
    await house.recorder.close()
    const marks = await alarmMarks(test.database, ALL, null)
    expect(marks).toMatchObject([
      {
        kind: 'alarm',
        at: begin + 11_000,
        label: 'Support',
        was: 'calm',
        level: 'warning',
        broken: { figure: 'wait' },
      },
      { at: begin + 21_000, was: 'warning', level: 'critical' },
      { at: begin + 31_000, was: 'critical', level: 'calm', broken: null },
    ])
    expect(await alarmMarks(test.database, ALL, ['sales'])).toEqual([])
  })
})

describe('a replay that the database does not take', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openSqlite()
  })
  afterEach(() => test.dispose())

  it('waits while another process holds the file, and has no hole afterwards', async () => {
    const house = await openHouse(test)
    await house.pass(5_000)
    const other = await openHandle(test.where)
    other.exec('begin immediate')
    house.tables.queues.set('main|a', aQueue('a'))
    const during = await house.pass(2_000)
    expect(house.recorder.state.failingSince).not.toBeNull()
    expect(house.recorder.state.error).toMatch(/locked/)
    other.exec('rollback')
    other.close()
    await house.pass(2_000)
    expect(house.recorder.state).toMatchObject({ waiting: 0, lost: 0, failingSince: null })
    await house.recorder.close()
    expect((await coverage(test)).holes).toEqual([])
    expect(await queuesAt(test, during)).toEqual(['a'])
  })

  it('loses the oldest when the disk stays full, and goes on with a whole picture', async () => {
    const house = await openHouse(test, { maxText: 4_000 })
    await house.pass(4_000)
    await sql.raw('pragma max_page_count = 1').execute(test.database.db)
    house.tables.queues.set('main|a', aQueue('a', { label: 'a'.repeat(3_000) }))
    await house.pass(4_000)
    house.tables.queues.set('main|b', aQueue('b', { label: 'b'.repeat(3_000) }))
    await house.pass(4_000)
    expect(house.recorder.state.lost).toBeGreaterThan(0)
    await sql.raw('pragma max_page_count = 100000').execute(test.database.db)
    house.tables.queues.delete('main|b')
    const end = await house.pass(6_000)
    await house.recorder.close()
    expect((await coverage(test)).holes).toMatchObject([{ why: 'lost' }])
    expect(await queuesAt(test, end)).toEqual(['a'])
  })
})
