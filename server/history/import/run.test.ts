import { afterEach, beforeEach, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { runImportCommand } from './run'

const LOG = new URL('../../testing/recordings/asterisk-22.queue_log', import.meta.url).pathname

let test: TestDatabase
beforeEach(async () => {
  test = await openSqlite()
})
afterEach(() => test.dispose())

const PBX = { AMI_HOST: 'pbx', AMI_USERNAME: 'board', AMI_SECRET: 's3cret' }

async function run(...files: string[]) {
  return runWith(PBX, ...files)
}

async function runWith(env: Record<string, string>, ...files: string[]) {
  const said: string[] = []
  const say = (text: string) => said.push(text)
  const config = readConfig({ CALLBOARD_DATABASE: test.where, ...env }, () => '')
  return { code: await runImportCommand(files, config, { print: say, complain: say }), said: said.join('\n') }
}

it('loads a file, and says what became of it', async () => {
  expect(await run(LOG)).toEqual({ code: 0, said: `${LOG}: 71 visits added, 0 given their end, 0 known already` })
  expect((await run(LOG)).said).toContain('0 visits added, 0 given their end, 71 known already')
})

it('says which file it could not read, and how it is used', async () => {
  expect(await run('/no/such/file')).toEqual({ code: 1, said: expect.stringContaining('/no/such/file') })
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('npm run import') })
  expect((await run('--help')).code).toBe(0)
})

it('brings nothing in while no PBX is configured: what is the demo’s does not stay', async () => {
  expect(await runWith({}, LOG)).toEqual({ code: 1, said: expect.stringContaining('Configure the PBX first') })
})
