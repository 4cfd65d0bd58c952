import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { createAudit } from '@/server/audit/audit'
import { forgetCaller } from '@/server/history/keeping/forget-caller'
import { FORGOTTEN } from '@/server/history/keeping/testing/forgotten'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { aDoer, CLAIM_MS, keep, lostHouse } from './testing/lost-house'

const NOW = new FixedClock().now()
const [ANA, BEN] = [aDoer('Ana'), aDoer('Ben')]

describe.each(databases)('what people do about a lost caller ($kind)', ({ open }) => {
  let test: TestDatabase
  let house: ReturnType<typeof lostHouse>
  const visit = aVisit({ ending: 'hungUp', waits: 30, enteredAt: NOW - 600_000 })
  beforeEach(async () => {
    test = await open()
    await keep(test.database, visit)
    house = lostHouse(test.database)
    house.book.start()
  })
  afterEach(async () => {
    await house.book.close()
    await test.dispose()
  })

  it('two who claim at the same moment: one wins, the other is told who, and may take over', async () => {
    const { desk } = house
    const both = await Promise.all([desk.claim(visit.id, ANA, false), desk.claim(visit.id, BEN, false)])
    expect(both).toMatchObject([
      { now: { caller: { claim: { by: { name: 'Ana' } } } } },
      { refused: { why: 'claimed', by: 'Ana', at: NOW } },
    ])
    expect(await desk.claim(visit.id, ANA, false)).toMatchObject({
      now: { caller: { claim: { by: { name: 'Ana' } } } },
    })
    expect(await desk.done(visit.id, BEN, null, false)).toMatchObject({ refused: { why: 'claimed' } })
    expect(await desk.release(visit.id, BEN)).toMatchObject({ refused: { why: 'claimed' } })
    expect(await desk.claim(visit.id, BEN, true)).toMatchObject({ now: { caller: { claim: { by: { name: 'Ben' } } } } })
    expect(await test.database.db.selectFrom('lost_marks').select('what').execute()).toHaveLength(2)
  })

  it('a claim is let go by hand, or by itself after its time, and whoever looks is told', async () => {
    const { desk, book, pass } = house
    await desk.claim(visit.id, ANA, false)
    expect(await desk.release(visit.id, ANA)).toMatchObject({ now: { caller: { claim: null } } })
    await desk.claim(visit.id, ANA, false)
    let changes = 0
    book.onChange(() => {
      changes += 1
    })
    await pass(CLAIM_MS + 1000)
    expect(changes).toBe(1)
    expect(await desk.claim(visit.id, BEN, false)).toMatchObject({
      now: { caller: { claim: { by: { name: 'Ben' } } } },
    })
  })

  it('done by hand with a note; the same again changes nothing, another is told who was first; then undone', async () => {
    const { desk } = house
    const done = await desk.done(visit.id, ANA, 'wrote a mail', false)
    expect(done).toMatchObject({ now: { caller: { closed: { how: 'done', by: 'Ana', note: 'wrote a mail' } } } })
    expect(await desk.done(visit.id, ANA, null, false)).toEqual(done)
    expect(await desk.done(visit.id, BEN, null, false)).toMatchObject({ refused: { why: 'closed', by: 'Ana' } })
    expect(await desk.undo(visit.id, BEN)).toMatchObject({ now: { caller: { closed: null } } })
    expect(await desk.undo(visit.id, BEN)).toMatchObject({ now: { caller: { closed: null } } })
  })

  it('is in the audit log, by the end of the number only, and without the note', async () => {
    const { desk, clock } = house
    await desk.done(visit.id, ANA, 'Tom’s invoice', false)
    const lines = await createAudit({ database: test.database, clock }).search({ limit: 10 })
    expect(lines.map(({ action, actor, target, result }) => [action, actor, target, result])).toEqual([
      ['lost.done', 'ana', '··17', 'done'],
      ['lost.done', 'ana', '··17', 'asked'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/invoice|5550117/)
  })

  it('is nothing about somebody who was forgotten a moment ago, whom pages still show: no word on them is written', async () => {
    const { desk, clock, book } = house
    expect(await book.all()).toHaveLength(1)
    const audit = createAudit({ database: test.database, clock })
    const forgetting = { database: test.database, audit, clock, forgotten: FORGOTTEN }
    await forgetCaller(visit.number ?? '', ANA.actor, forgetting)
    expect(await desk.claim(visit.id, ANA, false)).toBeNull()
    expect(await desk.note(visit.id, ANA, 'wants an invoice')).toBeNull()
    const marks = await test.database.db.selectFrom('lost_marks').select(['what', 'number_key']).execute()
    expect(marks).toEqual([{ what: 'forgotten', number_key: null }])
  })

  it('is nothing about somebody who was never lost', async () => {
    expect(await house.desk.claim('nobody', ANA, false)).toBeNull()
  })
})
