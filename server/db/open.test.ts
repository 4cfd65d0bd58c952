import { existsSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { openDatabase } from './open'

const setting = (name: string) => ({ name, value: '1', changed_at: 1_795_430_400_123, changed_by: null })

describe.each(databases)('the database ($kind)', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('keeps moments as whole milliseconds and gives them as numbers', async () => {
    const { db } = test.database
    await db.insertInto('settings').values(setting('Größe')).execute()
    expect(await db.selectFrom('settings').selectAll().execute()).toEqual([setting('Größe')])
    const counted = await db
      .selectFrom('settings')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirst()
    expect(counted).toEqual({ n: 1 })
  })

  it.runIf(kind === 'sqlite')('is read by nobody else on the machine', () => {
    for (const file of [test.where, `${test.where}-wal`]) expect(statSync(file).mode & 0o777, file).toBe(0o600)
  })

  it('tells what is there already from other errors', async () => {
    const { db, isUniqueViolation } = test.database
    await db.insertInto('settings').values(setting('a')).execute()
    const twice = await db
      .insertInto('settings')
      .values(setting('a'))
      .execute()
      .catch((error) => error)
    expect(isUniqueViolation(twice)).toBe(true)
    const wrong = await sql`select nothing from nowhere`.execute(db).catch((error) => error)
    expect(wrong).toBeInstanceOf(Error)
    expect(isUniqueViolation(wrong)).toBe(false)
  })

  it('is the same when it is opened again', async () => {
    await test.database.db.insertInto('settings').values(setting('a')).execute()
    const again = await openDatabase(test.where)
    expect(await again.db.selectFrom('settings').select('name').execute()).toEqual([{ name: 'a' }])
    await again.close()
  })

  it('writes a text with NUL in it, and all that stands beside it', async () => {
    const { db } = test.database
    const names = ['a', 'b\0c']
    await db.insertInto('settings').values(names.map(setting)).execute()
    expect(await db.selectFrom('settings').select('name').orderBy('name').execute()).toEqual([
      { name: 'a' },
      { name: 'b\uFFFDc' },
    ])
    expect(await db.selectFrom('settings').select('name').where('name', '=', 'b\0c').execute()).toHaveLength(1)
    expect(await db.selectFrom('settings').select('name').where('name', '=', 'b').execute()).toEqual([])
  })

  it('takes nothing of a transaction that fails', async () => {
    const { db } = test.database
    const failed = db.transaction().execute(async (tx) => {
      await tx.insertInto('settings').values(setting('a')).execute()
      throw new Error('in the middle')
    })
    await expect(failed).rejects.toThrow('in the middle')
    expect(await db.selectFrom('settings').select('name').execute()).toEqual([])
  })

  it('shows a transaction only when it is done, and lets those who read go on meanwhile', async () => {
    const { db } = test.database
    const seen = await db.transaction().execute(async (tx) => {
      await tx.insertInto('settings').values(setting('a')).execute()
      return db.selectFrom('settings').select('name').execute()
    })
    expect(seen).toEqual([])
    expect(await db.selectFrom('settings').select('name').execute()).toEqual([{ name: 'a' }])
  })

  it('takes many writes at once, one after the other', async () => {
    const { db } = test.database
    const names = Array.from({ length: 50 }, (_, index) => `s${index}`)
    await Promise.all(names.map((name) => db.insertInto('settings').values(setting(name)).execute()))
    expect(await db.selectFrom('settings').select('name').execute()).toHaveLength(50)
  })

  it('forgets the phones and sessions of an account that goes', async () => {
    const { db } = test.database
    await db.insertInto('accounts').values(account).execute()
    await db.insertInto('phones').values(phone).execute()
    await db.deleteFrom('accounts').where('id', '=', 'a1').execute()
    expect(await db.selectFrom('phones').selectAll().execute()).toEqual([])
  })

  it('lies in a folder that it makes', () => {
    expect(kind === 'postgres' || existsSync(test.where)).toBe(true)
  })
})

const account = {
  id: 'a1',
  name: 'Anna',
  name_folded: 'anna',
  display_name: 'Anna',
  role: 'agent',
  password_hash: null,
  totp_secret: null,
  totp_last_step: null,
  backup_codes: '[]',
  queues: 'null',
  numbers: null,
  overrides: '[]',
  oidc_subject: null,
  is_disabled: 0,
  created_at: 1,
  changed_at: 1,
}
const phone = { id: 'p', account_id: 'a1', pbx: 'pbx', interface: 'PJSIP/101', exten: null, label: null, position: 0 }
