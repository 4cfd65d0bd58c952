import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { createAudit } from '@/server/audit/audit'
import { createAuth } from '@/server/auth/auth'
import { authConfig } from '@/server/auth/config'
import { BROWSER } from '@/server/auth/testing/house'
import { systemClock } from '@/server/clock'
import { readConfig } from '@/server/config'
import { createLog } from '@/server/log'
import { openSqlite } from '@/server/testing/databases'
import { runAccountCommand } from './run'

/** A house with a server that runs, and a terminal beside it. */
async function openTerminal() {
  const { database, where, dispose } = await openSqlite()
  const config = readConfig({ CALLBOARD_DATABASE: where, CALLBOARD_KEY_FILE: `${dirname(where)}/key` }, () => '')
  const audit = createAudit({ database, clock: systemClock })
  const log = createLog({ level: 'error', secrets: [] })
  const queueGroups = () => ({})
  const auth = await createAuth({ database, audit, config: authConfig(config), queueGroups, clock: systemClock, log })
  onTestFinished(async () => {
    auth.close()
    await dispose()
  })
  const run = async (args: string[], input = '') => {
    const lines: string[] = []
    const print = (line: string) => lines.push(line)
    const io = { input: Readable.from([input]), print, complain: print }
    const code = await runAccountCommand(args, config, io)
    return { code, said: lines.join('\n') }
  }
  const signIn = (name: string, password: string) =>
    auth.signIn.withPassword({ name, password, stay: false }, BROWSER).then(({ kind }) => kind)
  return { auth, audit, run, signIn }
}

test('makes an account with a link that works in the running server', async () => {
  const { auth, run, audit } = await openTerminal()
  const { code, said } = await run(['create', 'Anna Ä.', '--role', 'admin', '--display-name', 'Anna'])
  expect(code).toBe(0)
  const token = /^http:\/\/localhost:3000\/welcome#(\S+)$/m.exec(said)?.[1] ?? ''
  expect(await auth.welcomes.look(token)).toEqual({ kind: 'invitation', name: 'Anna Ä.', displayName: 'Anna' })
  const [last] = await audit.search({ limit: 1 })
  expect(last).toMatchObject({ actor: 'command line', origin: { via: 'command line' } })
  expect((await run(['list'])).said).toContain('Anna Ä.\tadmin\tAnna\tnot yet accepted')
})

test('sets a password from standard input, and the second factor off', async () => {
  const { run, signIn } = await openTerminal()
  await run(['create', 'anna'])
  expect((await run(['password', 'ANNA'], 'quite a long one\n')).code).toBe(0)
  expect(await signIn('anna', 'quite a long one')).toBe('in')
  expect((await run(['password', 'anna'], 'short\n')).said).toContain('A password has 10 to 200 characters.')
  expect(await signIn('anna', 'quite a long one')).toBe('in')
  expect((await run(['two-factor-off', 'anna'])).code).toBe(0)
})

test('switches an account off and on, but not the last administrator', async () => {
  const { run, signIn } = await openTerminal()
  await run(['create', 'chief', '--role', 'admin'])
  await run(['password', 'chief'], 'quite a long one')
  expect(await run(['disable', 'chief'])).toMatchObject({
    code: 1,
    said: expect.stringContaining('last administrator'),
  })
  await run(['create', 'anna'])
  await run(['password', 'anna'], 'quite a long one')
  await run(['disable', 'anna'])
  expect(await signIn('anna', 'quite a long one')).toBe('refused')
  await run(['enable', 'anna'])
  expect(await signIn('anna', 'quite a long one')).toBe('in')
})

test.each([
  [['reset', 'nobody'], 'There is no account called "nobody".'],
  [['create'], 'whose account?'],
  [['create', 'anna', 'b'], 'A name with spaces stands in quotes.'],
  [['create', 'anna', '--role', 'god'], 'no role; there are admin, supervisor, agent, display'],
  [['create', '--name', 'anna'], "Unknown option '--name'"],
  [['dance', 'anna'], '"dance" is nothing that can be done.'],
])('says what is wrong with %j', async (args, why) => {
  const { run } = await openTerminal()
  const { code, said } = await run(args)
  expect(code).toBe(1)
  expect(said).toContain(why)
})

test('says what it can do', async () => {
  const { run } = await openTerminal()
  expect(await run([])).toMatchObject({ code: 0, said: expect.stringContaining('npm run account') })
})
