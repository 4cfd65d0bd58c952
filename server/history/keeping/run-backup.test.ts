import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { readConfig } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { rowOf } from '@/server/history/visits/visit-rows'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { runBackupCommand } from './run-backup'

let test: TestDatabase
let file: string
beforeEach(async () => {
  test = await openSqlite()
  file = join(dirname(test.where), "copy of o'clock.db")
})
afterEach(() => test.dispose())

async function run(args: string[], database = test.where) {
  const said: string[] = []
  const say = (text: string) => said.push(text)
  const config = readConfig({ CALLBOARD_DATABASE: database }, () => '')
  return { code: await runBackupCommand(args, config, { print: say, complain: say }), said: said.join('\n') }
}

const keep = (uniqueid: string) =>
  test.database.db
    .insertInto('visits')
    .values(rowOf(aVisit({ id: uniqueid, uniqueid })))
    .execute()

async function restored(): Promise<string[]> {
  const copy = await openDatabase(file)
  try {
    const rows = await copy.db.selectFrom('visits').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  } finally {
    await copy.close()
  }
}

describe('a backup', () => {
  it('holds what was there when it began, taken while writes go on', async () => {
    const before = Array.from({ length: 50 }, (_, index) => `a${index + 100}`)
    for (const id of before) await keep(id)
    const writes = Array.from({ length: 50 }, (_, index) => keep(`b${index + 100}`))
    const { code } = await run([file])
    await Promise.all(writes)
    await keep('c')
    expect(code).toBe(0)
    const ids = await restored()
    expect(ids.filter((id) => id.startsWith('a'))).toEqual(before)
    expect(ids).not.toContain('c')
    const live = await test.database.db.selectFrom('visits').select('id').execute()
    expect(live).toHaveLength(101)
  })

  it('is made in the middle of another’s transaction, without what that has not kept yet', async () => {
    await keep('a')
    await test.database.db.transaction().execute(async (db) => {
      await db
        .insertInto('visits')
        .values(rowOf(aVisit({ id: 'b' })))
        .execute()
      expect((await run([file])).code).toBe(0)
    })
    expect(await restored()).toEqual(['a'])
  })

  it('is read by nobody else on the machine, and leaves nothing beside it', async () => {
    const { said } = await run([file])
    expect(said).toContain(`${file}: ${statSync(file).size} bytes, whole. Keep ${dirname(test.where)}/callboard.key`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const beside = readdirSync(dirname(file)).filter((name) => name.startsWith('copy'))
    expect(beside).toEqual(["copy of o'clock.db"])
  })

  it('overwrites nothing: no file that is there, and no other backup', async () => {
    writeFileSync(file, 'precious')
    expect(await run([file])).toEqual({ code: 1, said: expect.stringContaining('nothing is overwritten') })
    expect(readFileSync(file, 'utf8')).toBe('precious')
    writeFileSync(join(dirname(file), 'other.part'), '')
    expect((await run([join(dirname(file), 'other')])).said).toContain('another backup into it is under way')
  })

  it('that cannot be made says why, and leaves nothing', async () => {
    expect((await run([file], join(dirname(file), 'none.db'))).said).toContain('There is no database')
    expect(existsSync(join(dirname(file), 'none.db'))).toBe(false)
    expect((await run(['/no/such/folder/x'])).said).toContain('No backup was made')
    writeFileSync(join(dirname(file), 'text.db'), 'no database at all, but a text of some length')
    expect((await run([file], join(dirname(file), 'text.db'))).said).toContain('not a database')
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('copy'))).toEqual([])
  })

  it('of PostgreSQL is left to pg_dump, with the line to run and without the password', async () => {
    const { code, said } = await run([file], 'postgres://board:s3cret@db.example.net/callboard')
    expect(code).toBe(1)
    const quoted = file.replace("o'clock", "o'\\''clock")
    expect(said).toContain(`pg_dump --format=custom --file='${quoted}' 'postgres://board@db.example.net/callboard'`)
    expect(said).not.toContain('s3cret')
  })

  it('says how it is made', async () => {
    expect(await run([])).toEqual({ code: 1, said: expect.stringContaining('npm run backup') })
    expect((await run(['--help'])).code).toBe(0)
  })
})
