import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import type { LinkState } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import { aLink, aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import { openHandle } from '@/server/db/sqlite/driver'
import type { PbxEvent } from '@/server/events/pbx-event'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, openSqlite, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Keeper } from '../keeping/keeper'
import { AgentRecorder } from './agent-recorder'

const START = Date.UTC(2026, 10, 23, 9)

describe.each(databases)('agents’ times on their way into the database ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  /** Like `ready 0-5`, of one queue or of all, in seconds from the start. */
  const kept = async (queue = 'support') => {
    const { db } = test.database
    const rows = await db.selectFrom('agent_spans').selectAll().where('queue', '=', queue).orderBy('from_at').execute()
    const seconds = (at: number | null) => (at === null ? '' : String((at - START) / 1000))
    return rows.map(({ state, from_at, to_at }) => `${state} ${seconds(from_at)}-${seconds(to_at)}`)
  }

  it('are kept as they change, by the moments of events, in each queue and over all', async () => {
    const house = await openHouse(test)
    house.pass(5).is({ paused: true, lastPauseAt: house.clock.now() - 40 })
    house.pass(5).is({ activity: 'ringing', activitySince: house.clock.now() - 70 })
    await house.recorder.write()
    const line = ['ready 0-4.96', 'paused 4.96-9.93', 'ringing 9.93-']
    expect(await kept()).toEqual(line)
    expect(await kept('')).toEqual(line)
  })

  it('end when an event says so, though a flush shows it later', async () => {
    const house = await openHouse(test)
    const at = house.pass(8).clock.now() - 90
    house.hears({ type: 'memberRemoved', at, queue: 'support', interface: 'PJSIP/101' })
    house.isGone()
    await house.recorder.write()
    expect(await kept()).toEqual(['ready 0-7.91'])
  })

  it('are found among very many where they were left open', async () => {
    const { kind, db } = test.database
    const ending = sql`update agent_spans set to_at = 2 where to_at is null and pbx = 'main' and from_at < 1`
    const rows = await db.transaction().execute(async (tx) => {
      // Of a few rows PostgreSQL always reads all.
      if (kind === 'postgres') await sql`set local enable_seqscan = off`.execute(tx)
      return (await sql`${sql.raw(kind === 'postgres' ? 'explain' : 'explain query plan')} ${ending}`.execute(tx)).rows
    })
    expect(JSON.stringify(rows)).toContain('agent_spans_open')
  })

  it('end with the queue that is taken away', async () => {
    const house = await openHouse(test)
    house.pass(8).queueIsGone()
    await house.recorder.write()
    expect(await kept()).toEqual(['ready 0-8'])
    expect(await kept('')).toEqual(['ready 0-8'])
  })

  it('after a kill end where the PBX was last watched, and begin anew when it is seen again', async () => {
    const before = await openHouse(test)
    before.pass(10).is({ activity: 'ringing', activitySince: before.clock.now() })
    await before.recorder.write()
    // Nobody says goodbye. It was last noted down at second 8 that the PBX was watched.
    await openHouse(test, { at: START + 60_000, watchedUntil: START + 8_000 })
    expect(await kept()).toEqual(['ready 0-10', 'ringing 10-10'])
    const after = await openHouse(test, { at: START + 70_000, watchedUntil: START + 25_000, activity: 'unavailable' })
    await after.recorder.write()
    expect(await kept()).toEqual(['ready 0-10', 'ringing 10-10', 'unavailable 70-'])
  })

  it('have a hole while the link is down, up to where it was last heard', async () => {
    const house = await openHouse(test)
    house.pass(10).link('lost')
    house.pass(30).is({ activity: 'unavailable', activitySince: house.clock.now() })
    house.pass(5).link('live')
    await house.recorder.write()
    expect(await kept()).toEqual(['ready 0-10', 'unavailable 45-'])
  })

  it('end a wrap-up by time, and no further than the PBX was heard', async () => {
    const house = await openHouse(test)
    house.is({ lastCallAt: START, wrapUpSeconds: 10, activitySince: START })
    house.silentSince(START + 6_000)
    house.pass(30)
    await house.recorder.write()
    expect(await kept()).toEqual(['wrapUp 0-'])
    house.silentSince(null)
    house.pass(1)
    await house.recorder.write()
    expect(await kept()).toEqual(['wrapUp 0-10', 'ready 10-'])
  })

  it('wait while the database is away, and hold nobody up', async () => {
    const house = await openHouse(test)
    const { db } = test.database
    await db.schema.alterTable('agent_spans').renameTo('away').execute()
    house.pass(5).is({ activity: 'ringing', activitySince: house.clock.now() })
    await house.recorder.write()
    expect(house.recorder.state).toMatchObject({ lost: 0, error: expect.stringMatching(/agent_spans/) })
    await db.schema.alterTable('away').renameTo('agent_spans').execute()
    await house.recorder.write()
    expect(house.recorder.state).toMatchObject({ waiting: 0, failingSince: null })
    expect(await kept()).toEqual(['ready 0-5', 'ringing 5-'])
  })

  it('are deleted once they are older than is kept', async () => {
    const house = await openHouse(test)
    house.pass(5).is({ activity: 'ringing', activitySince: house.clock.now() })
    await house.recorder.write()
    const clock = new FixedClock(START + 86_400_000 + 3_000)
    const keeper = new Keeper({ database: test.database, clock, log: silentLog, keepDays: 1, replayDays: 14 })
    expect(await keeper.tidy()).toBe(false)
    keeper.close()
    expect(await kept()).toEqual(['ringing 5-'])
  })
})

describe('agents’ times that the database does not take', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openSqlite()
  })
  afterEach(() => test.dispose())

  const spans = () => test.database.db.selectFrom('agent_spans').select('state').where('queue', '=', '').execute()

  it('wait while another process holds the file, say so, and are all written once it lets go', async () => {
    const house = await openHouse(test)
    const other = await openHandle(test.where)
    other.exec('begin immediate')
    house.pass(5).is({ activity: 'ringing', activitySince: house.clock.now() })
    await house.recorder.write()
    expect(house.recorder.state).toMatchObject({ lost: 0, failingSince: START + 5_000 })
    expect(house.recorder.state.error).toMatch(/locked/)
    other.exec('rollback')
    other.close()
    await house.recorder.write()
    expect(house.recorder.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await spans()).toEqual([{ state: 'ready' }, { state: 'ringing' }])
  })

  it('wait while the disk is full, say so, and are written once there is room', async () => {
    const house = await openHouse(test)
    await sql.raw('pragma max_page_count = 1').execute(test.database.db)
    for (let call = 0; call < 400; call++) {
      house.pass(5).is({ activity: call % 2 === 0 ? 'ringing' : 'idle', activitySince: house.clock.now() })
    }
    await house.recorder.write()
    expect(house.recorder.state.error).toMatch(/full/)
    await sql.raw('pragma max_page_count = 100000').execute(test.database.db)
    await house.recorder.write()
    expect(house.recorder.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await spans()).toHaveLength(401)
  })
})

type Opened = { at?: number; watchedUntil?: number | null } & Partial<Pick<Member, 'activity'>>

async function openHouse({ database }: TestDatabase, opened: Opened = {}) {
  const { at = START, watchedUntil = null, activity = 'idle' } = opened
  const clock = new FixedClock(at)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  let state: LinkState = 'syncing'
  let heardAt: number | null = null
  const link = () => aLink({ state, heardAt: heardAt ?? clock.now() })
  const source = store.attach({ tables, link })
  let listener: (event: PbxEvent) => void = () => {}
  const session = {
    pbx: PBX,
    onEvent: (given: typeof listener) => {
      listener = given
      return () => {}
    },
  }
  const recorder = new AgentRecorder({
    ...{ session, store, database, clock, log: silentLog, watchedUntil: async () => watchedUntil },
  })
  await recorder.start()
  const queue = aQueue('support')
  const flush = () => {
    source.touched()
    store.flush()
  }
  const put = (fields: Partial<Member>) => {
    const member = aMember('support', '101', { name: 'Ana', activity, ...fields })
    tables.members.set(member.id, member)
    flush()
  }
  tables.queues.set(queueId(PBX, 'support'), queue)
  put({})
  state = 'live'
  source.linkChanged()
  const house = {
    clock,
    recorder,
    is: put,
    hears: (event: PbxEvent) => listener(event),
    isGone() {
      tables.members.delete(aMember('support', '101').id)
      flush()
    },
    queueIsGone() {
      tables.queues.delete(queue.id)
      house.isGone()
    },
    silentSince: (moment: number | null) => {
      heardAt = moment
    },
    link(next: LinkState) {
      state = next
      source.linkChanged()
    },
    pass(seconds: number) {
      clock.advance(seconds * 1000)
      return house
    },
  }
  return house
}
