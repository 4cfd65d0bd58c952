import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { openHandle } from '@/server/db/sqlite/driver'
import { silentLog } from '@/server/socket/testing/wallboard'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { VisitWriter } from './visit-writer'

describe('visits that the database does not take', () => {
  let test: TestDatabase
  let clock: FixedClock
  let writer: VisitWriter
  beforeEach(async () => {
    test = await openSqlite()
    clock = new FixedClock()
    writer = new VisitWriter({ database: test.database, clock, log: silentLog })
  })
  afterEach(async () => {
    await writer.close()
    await test.dispose()
  })

  const put = (count: number) => {
    for (let index = 0; index < count; index += 1) writer.put(aVisit())
  }
  const kept = async () => (await test.database.db.selectFrom('visits').select('id').execute()).length

  it('wait while another process holds the file, say so, and are all written once it lets go', async () => {
    const other = await openHandle(test.where)
    other.exec('begin immediate')
    const began = clock.now()
    put(3)
    await writer.write()
    expect(writer.state).toMatchObject({ waiting: 3, lost: 0, failingSince: began })
    expect(writer.state.error).toMatch(/locked/)
    clock.advance(400)
    put(2)
    expect(writer.state).toMatchObject({ waiting: 5, failingSince: began })
    other.exec('rollback')
    other.close()
    await writer.write()
    expect(writer.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await kept()).toBe(5)
  })

  it('wait while the disk is full, say so, and are all written once there is room', async () => {
    // The file may grow no further than it is, for the connection that writes.
    await pragma('max_page_count = 1')
    const before = aVisit({ name: 'as first heard' })
    writer.put(before)
    put(1_000)
    await writer.write()
    const { waiting, lost, error } = writer.state
    expect([waiting + (await kept()), lost]).toEqual([1_001, 0])
    expect(waiting).toBeGreaterThan(0)
    expect(error).toMatch(/full/)
    // What is heard meanwhile replaces what waits; it is not written down twice.
    writer.put({ ...before, name: 'as heard last' })
    await writer.write()
    await pragma('max_page_count = 100000')
    await writer.write()
    expect(writer.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await kept()).toBe(1_001)
    const found = await test.database.db.selectFrom('visits').select('name').where('id', '=', before.id).execute()
    expect(found).toEqual([{ name: 'as heard last' }])
  })

  function pragma(text: string) {
    return sql.raw(`pragma ${text}`).execute(test.database.db)
  }
})
