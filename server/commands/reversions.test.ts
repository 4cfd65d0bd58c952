import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import { aLink, aMember } from '@/lib/domain/testing/records'
import type { Command } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import type { AuditEntry } from '@/server/audit/types'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createReversions, type Reversions } from './reversions'
import { SILENT, somebody, until } from './testing/house'

const MINUTE = 60_000
const member = aMember('support', '101', { paused: true, pausedReason: 'lunch' })
const unpause: Command = {
  ...{ type: 'agent.unpause', agent: { pbx: member.pbx, interface: member.interface } },
  queue: queueId(member.pbx, 'support'),
}

describe.each(databases)('what was done for a time ($kind)', ({ open }) => {
  let test: TestDatabase
  let clock: FixedClock
  let members: Map<string, typeof member>
  let link: ReturnType<typeof aLink>
  let ran: Command[]
  let audit: AuditEntry[]
  let keeper: Reversions

  beforeEach(async () => {
    test = await open()
    clock = new FixedClock()
    members = new Map([[member.id, member]])
    link = aLink({ pbx: member.pbx, state: 'live' })
    ran = []
    audit = []
    keeper = begin()
    const expects = { member: member.id, paused: true, pausedReason: 'lunch' }
    const dueAt = clock.now() + 30 * MINUTE
    await keeper.add([{ command: unpause, expects }], { dueAt, by: somebody('supervisor'), receiptId: 'r' })
  })

  afterEach(async () => {
    keeper.close()
    await test.dispose()
  })

  /** A new life of the server over the same database. */
  function begin(): Reversions {
    const reversions = createReversions({
      database: test.database,
      store: { tables: { members } as never, links: new Map([[member.pbx, link]]) },
      audit: {
        async write(entry) {
          audit.push(entry)
          return { ...entry, seq: 1, at: clock.now(), hash: '' }
        },
      },
      clock,
      log: SILENT,
    })
    reversions.start({
      async run(_by, _id, command) {
        ran.push(command)
        return { state: 'done' } as Receipt
      },
    })
    return reversions
  }

  const left = () => test.database.db.selectFrom('reversions').selectAll().execute()

  /** Lets time pass second by second, and everything that follows happen. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1000) {
      clock.advance(1000)
      await left()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('reverts when its time has come, once', async () => {
    clock.advance(29 * MINUTE)
    await pass(5000)
    expect(ran).toEqual([])
    clock.advance(MINUTE)
    await pass(5000)
    expect(ran).toEqual([unpause])
    expect(await left()).toEqual([])
  })

  it('reverts after a restart, although it came due while nobody ran', async () => {
    keeper.close()
    clock.advance(45 * MINUTE)
    keeper = begin()
    await pass(3000)
    expect(ran).toEqual([unpause])
  })

  it('waits for the link to the PBX', async () => {
    link.state = 'lost'
    clock.advance(31 * MINUTE)
    await pass(3000)
    expect(ran).toEqual([])
    link.state = 'live'
    await pass(10_000)
    expect(ran).toEqual([unpause])
  })

  it('leaves as it is what somebody changed by hand meanwhile, and writes that down', async () => {
    members.set(member.id, { ...member, pausedReason: 'training' })
    clock.advance(31 * MINUTE)
    await pass(3000)
    await until(() => audit.length > 0)
    expect([ran, audit[0]?.detail]).toEqual([[], { keptAsIs: true }])
    await pass(2000)
    expect(await left()).toEqual([])
  })
})
