import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { createAudit } from '@/server/audit/audit'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { importLog } from '../import/import-log'
import { linesOf } from '../import/testing/lines'
import { lostHouse } from '../lost/testing/lost-house'
import { rowOf } from '../visits/visit-rows'
import { forgetCaller } from './forget-caller'
import { ForgottenCallers } from './forgotten-callers'
import { FORGOTTEN } from './testing/forgotten'

const TOM = '+491701234567'
const NOBODY = { number: null, number_key: null, name: null }

describe.each(databases)('a caller who was forgotten stays so ($kind)', ({ open }) => {
  let test: TestDatabase
  const clock = new FixedClock()
  const second = Math.floor(clock.now() / 1000) - 3_600
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const forget = () => {
    const audit = createAudit({ database: test.database, clock })
    const by = { accountId: null, name: 'root', origin: { address: '', via: 'api' as const } }
    return forgetCaller(TOM, by, { database: test.database, audit, clock, forgotten: FORGOTTEN })
  }
  const load = (lines: readonly string[], forgotten = FORGOTTEN) =>
    importLog(test.database, aVisit().pbx, linesOf(lines.join('\n')), { now: null, oldest: 0, forgotten })
  const enters = (at: number, call: string, number: string) => `${at}|${call}|support|NONE|ENTERQUEUE||${number}|1`
  const abandons = (at: number, call: string) => `${at}|${call}|support|NONE|ABANDON|1|1|30`
  const his = [enters(second, '9.1', TOM), abandons(second + 30, '9.1')]
  const visits = () => test.database.db.selectFrom('visits').selectAll().orderBy('entered_at').execute()
  const marks = () => test.database.db.selectFrom('lost_marks').select(['what', 'call']).execute()

  it('when a log is read that tells of earlier calls, however the number stands there', async () => {
    await forget()
    const others = [
      enters(second + 40, '9.2', '01701234567'),
      abandons(second + 70, '9.2'),
      enters(second + 80, '9.3', '+4930555'),
    ]
    expect(await load([...his, ...others, abandons(second + 90, '9.3')])).toMatchObject({ added: 3 })
    expect(await visits()).toMatchObject([{ ...NOBODY, ending: 'hungUp' }, NOBODY, { number: '+4930555' }])
  })

  it('when the same log is read again once the visits are gone, or as long as they are there', async () => {
    await load(his)
    await forget()
    expect(await load(his)).toMatchObject({ added: 0, known: 1 })
    expect(await visits()).toMatchObject([NOBODY])
    await test.database.db.deleteFrom('visits').execute()
    expect(await load(his)).toMatchObject({ added: 1 })
    expect(await visits()).toMatchObject([NOBODY])
  })

  it('when a log tells the end of a visit of theirs that nobody saw', async () => {
    const enteredAt = second * 1000
    const unseen = { id: `pbx|9.1|${enteredAt}`, uniqueid: '9.1', number: TOM, enteredAt, isPartlyUnseen: true }
    const ended = { ending: 'unknown', leftAt: enteredAt + 60_000 } as const
    await test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ ...unseen, ...ended })))
      .execute()
    await forget()
    // Whoever was forgotten before hashes were kept, too.
    await test.database.db.deleteFrom('forgotten_callers').execute()
    expect(await load(his)).toMatchObject({ completed: 1 })
    expect(await visits()).toMatchObject([{ ...NOBODY, ending: 'hungUp' }])
  })

  it('and is nobody who withheld the number and waits to be called back', async () => {
    await forget()
    await load(his)
    await load(his)
    expect(await marks()).toEqual([{ what: 'forgotten', call: `${aVisit().pbx}|9.1` }])
    const { book } = lostHouse(test.database)
    book.start()
    expect(await book.all()).toEqual([])
    await book.close()
  })

  it('but is somebody new who calls again', async () => {
    await forget()
    const now = Math.ceil(clock.now() / 1000) + 60
    await load([...his, enters(now, '9.9', TOM), abandons(now + 5, '9.9')])
    expect(await visits()).toMatchObject([NOBODY, { number: TOM }])
  })

  it('and is known by no number that stands anywhere, nor by anybody without the key', async () => {
    await forget()
    const [{ hash = '' } = {}] = await test.database.db.selectFrom('forgotten_callers').selectAll().execute()
    expect(hash).toMatch(/^[\w-]{43}$/)
    const others = await new ForgottenCallers(Buffer.alloc(32, 8)).read(test.database.db)
    expect(others(TOM, 0)).toBe(false)
    expect((await FORGOTTEN.read(test.database.db))(TOM, clock.now())).toBe(true)
  })
})
