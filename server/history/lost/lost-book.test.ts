import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { createAudit } from '@/server/audit/audit'
import { forgetCaller } from '@/server/history/keeping/forget-caller'
import { FORGOTTEN } from '@/server/history/keeping/testing/forgotten'
import { aRecentCall } from '@/server/history/keeping/testing/recent-call'
import { numberKey } from '@/server/history/number-key'
import { keepTurnedAway } from '@/server/history/visits/turned-away'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import type { LostNow } from './lost-book'
import { aDoer, DAYS, keep, lostHouse } from './testing/lost-house'

const NOW = new FixedClock().now()
const MINUTE = 60_000
const TOM = '+49 170 1234567'
const NO_CREDENTIALS = {
  ...{ password_hash: null, totp_secret: null, totp_last_step: null, backup_codes: '[]', queues: 'null' },
  ...{ numbers: null, overrides: '[]', oidc_subject: null, is_disabled: 0 },
}

describe.each(databases)('lost callers ($kind)', ({ open }) => {
  let test: TestDatabase
  const closing: (() => Promise<void>)[] = []
  beforeEach(async () => {
    test = await open()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    await test.dispose()
  })

  async function house(options?: Parameters<typeof lostHouse>[1]) {
    const made = lostHouse(test.database, options)
    made.book.start()
    await made.book.all()
    closing.push(() => made.book.close())
    return made
  }
  const lost = (minutesAgo: number, fields: Partial<Visit> & { waits?: number } = {}) =>
    aVisit({ number: TOM, ending: 'hungUp', waits: 30, enteredAt: NOW - minutesAgo * MINUTE, ...fields })
  const call = (minutesAgo: number, fields: Parameters<typeof aRecentCall>[0] = {}) => {
    const at = NOW - minutesAgo * MINUTE
    const times = { started_at: at, ended_at: at + MINUTE, talk_ms: 50_000 }
    return test.database.db
      .insertInto('recent_calls')
      .values({ ...aRecentCall(times), pbx: PBX, direction: 'out', agent: 'pjsip/101', ...fields })
      .execute()
  }
  const all = (book: { all(): Promise<readonly LostNow[]> }) => book.all()
  const told = async (book: { all(): Promise<readonly LostNow[]> }) =>
    (await all(book)).map(({ caller }) => [caller.losses.length, caller.closed?.how ?? 'open'])

  it('are those whom the rules of their queue call lost, of the last days, folded by number however it is written', async () => {
    await keep(
      test.database,
      lost(90),
      lost(60, { number: '01701234567', queue: 'sales' }),
      lost(50, { number: '+4930111', ending: 'key' }),
      lost(40, { number: '+4930222', ending: 'unknown' }),
      lost(30, { number: '+4930333', ending: 'answered' }),
      lost(DAYS * 1440 + 1, { number: '+4930444' }),
    )
    const { book } = await house()
    expect(await told(book)).toEqual([[2, 'open']])
  })

  it('are those, too, who were never let in, and who hung up at once, which is said', async () => {
    const who = { id: 'x', pbx: PBX, queue: 'sales', uniqueid: '9.1', number: TOM, name: null, at: NOW - MINUTE }
    await keepTurnedAway(test.database, [{ ...who, why: 'FULL' }])
    await keep(test.database, lost(1, { number: '+4930111', waits: 2 }))
    const { book } = await house()
    const losses = (await all(book)).flatMap(({ caller }) => caller.losses)
    expect(losses.map(({ ending, isShort, waitMs }) => [ending, isShort, waitMs])).toEqual([
      ['turnedAway', false, null],
      ['hungUp', true, 2000],
    ])
  })

  it('close when the number calls again and is answered, in any queue, at once', async () => {
    const { book, tell, pass } = await house()
    await tell(lost(10))
    await pass()
    expect(await told(book)).toEqual([[1, 'open']])
    const again = lost(2, { queue: 'sales', ending: null })
    await tell(again)
    await pass()
    expect(await all(book)).toMatchObject([{ isWaiting: true, caller: { closed: null } }])
    await tell({ ...again, ending: 'answered', leftAt: NOW, answeredAt: NOW, agent: 'PJSIP/101', agentName: 'Ana' })
    await pass()
    expect(await all(book)).toMatchObject([
      { isWaiting: false, caller: { closed: { how: 'answered', by: 'Ana', at: NOW } } },
    ])
  })

  it('close when the number is called and answers; a try that is not answered is a try; a call before the loss is neither', async () => {
    await keep(test.database, lost(60))
    await call(90)
    await call(30, { outcome: 'noAnswer', talk_ms: null })
    const { book } = await house()
    expect(await all(book)).toMatchObject([{ caller: { closed: null, tries: [{ by: 'Ana', at: NOW - 30 * MINUTE }] } }])
    await call(10)
    await book.refresh(['701234567'])
    const answeredAt = NOW - 10 * MINUTE + 10_000
    expect(await all(book)).toMatchObject([{ caller: { closed: { how: 'called', by: 'Ana', at: answeredAt } } }])
  })

  it('say who called by the name of whose phone it is, as soon as it is given to them', async () => {
    await keep(test.database, lost(60))
    const { book } = await house()
    const times = { created_at: 0, changed_at: 0 }
    const account = { id: 'a', name: 'ben', name_folded: 'ben', display_name: 'Ben Boss', role: 'agent', ...times }
    await test.database.db
      .insertInto('accounts')
      .values({ ...account, ...NO_CREDENTIALS })
      .execute()
    const phone = { id: 'p', account_id: 'a', pbx: PBX, interface: 'PJSIP/101', exten: null, label: null, position: 0 }
    await test.database.db.insertInto('phones').values(phone).execute()
    await call(10)
    await book.refresh(['701234567'])
    expect(await all(book)).toMatchObject([{ caller: { closed: { by: 'Ben Boss' } } }])
  })

  it('close by a call that went to a phone directly', async () => {
    await keep(test.database, lost(60))
    await call(30, { direction: 'in', queue: null })
    expect(await told((await house()).book)).toEqual([[1, 'answered']])
  })

  it('are known by a short number with the house’s prefix before it, too', async () => {
    await keep(test.database, lost(60, { number: '55501' }))
    await call(30, { number: '955501', number_key: '955501' })
    expect(await told((await house()).book)).toEqual([[1, 'open']])
    expect(await told((await house({ prefix: '9' })).book)).toEqual([[1, 'called']])
  })

  it('close by a call to a short number, with the country’s code or without, each that is dialled so', async () => {
    const ways = (number: string) => (number.endsWith('66112345') ? ['66112345', '004566112345'] : [number])
    await keep(test.database, lost(60, { number: '+4566112345' }), lost(50, { number: '66112345' }), lost(40))
    await call(30, { number: '66112345', number_key: numberKey('66112345') })
    const open = [1, 'open']
    expect(await told((await house()).book)).toEqual([open, [1, 'called'], open])
    expect(await told((await house({ ways })).book)).toEqual([[1, 'called'], [1, 'called'], open])
  })

  it('are shown as being called, and close as soon as they answer, before the call is over', async () => {
    await keep(test.database, lost(60))
    const { book, pass } = await house()
    const heard = { pbx: PBX, endpoint: 'pjsip/101', direction: 'out', number: '01701234567', startedAt: NOW } as const
    expect([book.wants('01701234567'), book.wants('0301')]).toEqual([true, false])
    book.hear('c1', [{ ...heard, answeredAt: null }])
    expect((await pass())[0]).toMatchObject({ calling: { by: 'Ana', since: NOW }, caller: { closed: null } })
    book.hear('c1', [{ ...heard, answeredAt: NOW + 1000 }])
    expect((await pass())[0]).toMatchObject({ calling: null, caller: { closed: { how: 'called', by: 'Ana' } } })
    book.over('c1')
    await call(0)
    expect((await pass())[0]).toMatchObject({ caller: { closed: { how: 'called', by: 'Ana' } } })
  })

  it('who withheld the number stand alone, each call by itself, and close when that very call is answered elsewhere', async () => {
    const hidden = { number: null, name: null }
    const first = lost(20, { ...hidden, uniqueid: '7.1', ending: 'timedOut' })
    await keep(test.database, first, lost(10, { ...hidden, uniqueid: '8.1' }))
    expect(await told((await house()).book)).toEqual([
      [1, 'open'],
      [1, 'open'],
    ])
    const answered = { uniqueid: '7.1', queue: 'sales', ending: 'answered', previous: first.id } as const
    await keep(test.database, lost(18, { ...hidden, ...answered, waits: 5 }))
    expect(await told((await house()).book)).toEqual([
      [1, 'answered'],
      [1, 'open'],
    ])
  })

  it('are the same after a restart, with whoever claimed them', async () => {
    const before = await house()
    await before.tell(lost(10))
    const [now] = await before.pass()
    const id = now?.caller.losses[0]?.id ?? ''
    await before.desk.claim(id, aDoer('Ana'), false)
    const after = await house()
    expect(await all(after.book)).toMatchObject([{ caller: { claim: { by: { name: 'Ana' } }, closed: null } }])
  })

  it('that came from elsewhere, as an import does, show within a minute', async () => {
    const { book, pass } = await house()
    await keep(test.database, lost(10))
    expect(await told(book)).toEqual([])
    await pass(61_000)
    expect(await told(book)).toEqual([[1, 'open']])
  })

  it('tell of changes by the queues that they touch, and of nothing else', async () => {
    const { book, tell, pass } = await house()
    const changes: (string | null)[][] = []
    book.onChange((queues) => changes.push([...queues]))
    await tell(aVisit({ number: '+4930999', enteredAt: NOW - MINUTE }))
    await pass()
    await tell(lost(10, { queue: 'sales' }))
    await pass()
    expect(changes).toEqual([['sales']])
  })

  it('who are forgotten are shown nowhere, neither by number nor as one who withheld it', async () => {
    await keep(test.database, lost(10), lost(8, { number: '+4930111' }))
    const { book, desk, clock, pass } = await house()
    const [tom] = await all(book)
    await desk.note(tom?.caller.losses[0]?.id ?? '', aDoer('Ana'), 'wants Tom’s invoice')
    const audit = createAudit({ database: test.database, clock })
    await forgetCaller(TOM, aDoer('root').actor, { database: test.database, audit, clock, forgotten: FORGOTTEN })
    await pass(61_000)
    const left = await all(book)
    expect(left.map(({ caller }) => numberKey(caller.losses[0]?.number ?? null))).toEqual(['4930111'])
    const marks = await test.database.db.selectFrom('lost_marks').select(['what', 'note', 'number_key']).execute()
    expect(marks).toEqual([{ what: 'forgotten', note: null, number_key: null }])
  })

  it('wait while the database is away, and are there once it is back', async () => {
    const { book, tell, pass } = await house()
    const visit = lost(10)
    await tell(visit)
    await test.database.db.schema.alterTable('lost_marks').renameTo('away').execute()
    await pass()
    expect(await told(book)).toEqual([])
    await test.database.db.schema.alterTable('away').renameTo('lost_marks').execute()
    await pass()
    expect(await told(book)).toEqual([[1, 'open']])
  })
})
