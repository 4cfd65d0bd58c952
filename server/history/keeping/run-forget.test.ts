import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { runForgetCommand } from './run-forget'
import { aRecentCall } from './testing/recent-call'

let test: TestDatabase
beforeEach(async () => {
  test = await openSqlite()
})
afterEach(() => test.dispose())

async function run(...args: string[]) {
  const said: string[] = []
  const say = (text: string) => said.push(text)
  const config = readConfig({ CALLBOARD_DATABASE: test.where }, () => '')
  return { code: await runForgetCommand(args, config, { print: say, complain: say }), said: said.join('\n') }
}

it('forgets a caller beside a running server, and says how often they were remembered', async () => {
  await test.database.db.insertInto('recent_calls').values([aRecentCall(), aRecentCall()]).execute()
  expect(await run('+491701234567')).toEqual({
    ...{ code: 0, said: 'Number and name were taken out of 0 visits and 2 calls.' },
  })
  expect((await run('+491701234567')).said).toContain('0 visits and 0 calls')
  const lines = await test.database.db.selectFrom('audit').select(['actor', 'target']).execute()
  expect(lines).toContainEqual({ actor: 'command line', target: '··67' })
})

it('makes no database where there is none, and says which one it looked for', async () => {
  const config = readConfig({ CALLBOARD_DATABASE: `${test.where}.none` }, () => '')
  const said: string[] = []
  const say = (text: string) => said.push(text)
  expect(await runForgetCommand(['555'], config, { print: say, complain: say })).toBe(1)
  expect(said).toEqual([expect.stringContaining(`no database ${test.where}.none`)])
  expect(existsSync(`${test.where}.none`)).toBe(false)
})

it('says where a database is that does not answer, without its password', async () => {
  const config = readConfig({ CALLBOARD_DATABASE: 'postgres://board:s3cret@127.0.0.1:1/centre' }, () => '')
  const said: string[] = []
  const say = (text: string) => said.push(text)
  expect(await runForgetCommand(['555'], config, { print: say, complain: say })).toBe(1)
  expect(said).toEqual([expect.stringMatching(/^The database 127.0.0.1:1\/centre cannot be used: .*ECONNREFUSED/)])
})

it('says how it is used, and what is no number', async () => {
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('npm run forget') })
  expect(await run('anonymous')).toEqual({ code: 1, said: expect.stringContaining('a number with digits') })
  expect((await run('--help')).code).toBe(0)
})
