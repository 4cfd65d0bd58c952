import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import { aLink, aMember } from '@/lib/domain/testing/records'
import type { Command } from '@/lib/protocol/commands'
import type { Reason, Receipt } from '@/lib/protocol/receipts'
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
  /** Why the PBX does not do it; `null`: it does. */
  let reason: Reason | null
  let told: [receiptId: string, what: string][]
  /** Has the keeper ended its look at what is due, and waits for the next? */
  let isWaiting: boolean

  beforeEach(async () => {
    test = await open()
    clock = new FixedClock()
    members = new Map([[member.id, member]])
    link = aLink({ pbx: member.pbx, state: 'live' })
    ran = []
    told = []
    reason = null
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
      clock: { now: () => clock.now(), after: waitForNext },
      log: SILENT,
    })
    reversions.start({
      async finish(_by, _id, command) {
        ran.push(command)
        return { state: reason ? 'failed' : 'done', reason } as Receipt
      },
      afterwards: (_accountId, receiptId, what) => void told.push([receiptId, what]),
    })
    return reversions
  }

  const left = () => test.database.db.selectFrom('reversions').selectAll().execute()

  function waitForNext(ms: number, look: () => void): () => void {
    isWaiting = true
    return clock.after(ms, () => {
      isWaiting = false
      look()
    })
  }

  /** Lets time pass second by second, and everything that follows happen, however slow the database. */
  async function pass(ms: number): Promise<void> {
    await until(() => isWaiting)
    for (let passed = 0; passed < ms; passed += 1000) {
      clock.advance(1000)
      await until(() => isWaiting)
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

  it('tells in the receipt of what began it that it reverted', async () => {
    clock.advance(31 * MINUTE)
    await pass(3000)
    expect(told).toEqual([['r', 'reverted']])
  })

  it('tries again what may still come to be, and not what cannot', async () => {
    reason = 'linkLost'
    clock.advance(31 * MINUTE)
    await pass(3000)
    expect([ran.length, (await left()).length]).toEqual([1, 1])
    reason = 'refusedByPbx'
    await pass(10_000)
    expect([ran.length, (await left()).length]).toEqual([2, 0])
    expect(told).toEqual([['r', 'keptAsIs']])
  })

  it('is called off when somebody does otherwise for good', async () => {
    const inSales: Command = { ...unpause, queue: queueId(member.pbx, 'sales') } as Command
    await keeper.supersede(inSales, 'other')
    await keeper.supersede(unpause, 'r')
    expect(await left()).toHaveLength(1)
    await keeper.supersede(unpause, 'other')
    expect(await left()).toEqual([])
    expect(told).toEqual([['r', 'keptAsIs']])
  })

  it('goes back to what was before all of it when the time is set anew', async () => {
    const back = (penalty: number): Command => ({
      ...{ type: 'agent.penalty', agent: { pbx: member.pbx, interface: member.interface } },
      ...{ queue: queueId(member.pbx, 'support'), penalty, seconds: null },
    })
    const how = { by: somebody('supervisor'), receiptId: 'p' }
    const [first, second] = [clock.now() + 10 * MINUTE, clock.now() + 20 * MINUTE]
    await keeper.add([{ command: back(0), expects: { member: member.id, penalty: 5 } }], { ...how, dueAt: first })
    await keeper.add([{ command: back(5), expects: { member: member.id, penalty: 7 } }], { ...how, dueAt: second })
    members.set(member.id, { ...member, penalty: 7 })
    clock.advance(15 * MINUTE)
    await pass(2000)
    expect(ran).toEqual([])
    clock.advance(5 * MINUTE)
    await pass(2000)
    expect(ran).toEqual([back(0)])
  })

  it('does not let a row that nobody can read keep others from reverting', async () => {
    await test.database.db.updateTable('reversions').set({ command: '{' }).execute()
    const expects = { member: member.id, paused: true }
    await keeper.add([{ command: unpause, expects }], {
      dueAt: clock.now(),
      by: somebody('supervisor'),
      receiptId: 'x',
    })
    await pass(3000)
    expect(ran).toEqual([unpause])
    expect(await left()).toEqual([])
  })
})
