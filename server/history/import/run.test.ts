import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { openHandle } from '@/server/db/sqlite/driver'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { runForgetCommand } from '../keeping/run-forget'
import { runImportCommand } from './run'

const LOG = new URL('../../testing/recordings/asterisk-22.queue_log', import.meta.url).pathname
const TEXT = readFileSync(LOG, 'utf8')
/** After the last line of it. */
const NOW = Date.UTC(2026, 10, 30)
const PBX = { AMI_HOST: 'pbx', AMI_USERNAME: 'board', AMI_SECRET: 's3cret' }

let test: TestDatabase
let folder: string
beforeEach(async () => {
  test = await openSqlite()
  folder = mkdtempSync(join(tmpdir(), 'callboard-log-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.dispose()
})

const run = (...files: string[]) => runWith(PBX, files)

async function runWith(env: Record<string, string>, files: readonly string[], now = NOW) {
  const said: string[] = []
  const say = (text: string) => said.push(text.replaceAll(`${folder}/`, ''))
  const config = readConfig({ CALLBOARD_DATABASE: test.where, ...env }, () => '')
  const code = await runImportCommand(files, config, { print: say, complain: say }, { now: () => now })
  return { code, said: said.join('\n') }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('loads a file, and says what became of it', async () => {
  expect(await run(LOG)).toEqual({ code: 0, said: `${LOG}: 71 visits added, 0 given their end, 0 known already` })
  expect((await run(LOG)).said).toContain('0 visits added, 0 given their end, 71 known already')
})

it('brings nobody back whom the other command forgot, where the visits are gone neither', async () => {
  const numbers = async () => {
    const rows = await test.database.db.selectFrom('visits').select('number').execute()
    return new Set(rows.map(({ number }) => number))
  }
  await run(LOG)
  const [known = ''] = [...(await numbers())].filter((number) => number !== null)
  const silent = { print: () => {}, complain: () => {} }
  const config = readConfig({ CALLBOARD_DATABASE: test.where, ...PBX }, () => '')
  expect(await runForgetCommand([known], config, silent)).toBe(0)
  await run(LOG)
  expect(await numbers()).not.toContain(known)
  await test.database.db.deleteFrom('visits').execute()
  expect((await run(LOG)).said).toContain('71 visits added')
  expect(await numbers()).not.toContain(known)
})

it('says which file it could not read, and how it is used', async () => {
  expect(await run('/no/such/file')).toEqual({
    code: 1,
    said: '/no/such/file cannot be read: there is no such file. Nothing more was imported.',
  })
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('npm run import') })
  expect((await run('--help')).code).toBe(0)
})

it('brings nothing in while no PBX is configured: what is the demo’s does not stay', async () => {
  expect(await runWith({}, [LOG])).toEqual({ code: 1, said: expect.stringContaining('Configure the PBX first') })
})

it.each([
  [
    'full',
    '[2026-11-26 10:00:00] VERBOSE[1] app_dial.c: Called \u0007PJSIP/101\nand more\n',
    /no queue_log: .*Called \?PJSIP/,
  ],
  ['core', Buffer.alloc(300_000, 1), /no queue_log/],
  ['queue_log', '', /empty/],
  ['queue_log.1.xz', Buffer.from('fd377a585a0000', 'hex'), /packed by xz/],
])('a file that is none is named, with what was expected: %s', async (name, content, said) => {
  expect(await run(LOG, file(name, content))).toEqual({ code: 1, said: expect.stringMatching(said) })
  // All are looked at before anything is written.
  expect((await run(LOG)).said).toContain('71 visits added')
})

it('of a packed file that ends too early all that can be read is kept, and it is said', async () => {
  const { code, said } = await run(file('queue_log.1.gz', gzipSync(TEXT).subarray(0, -40)))
  expect([code, said]).toEqual([1, expect.stringMatching(/^queue_log.1.gz cannot be read: it ends too early/)])
})

it('a folder is not read', async () => {
  expect((await run(folder)).said).toContain('is a folder: name the files in it')
})

it('a pipe or a device is not read, of which a second look would miss what the first one took', async () => {
  expect((await run('/dev/null')).said).toContain('/dev/null is no file on a disk: name the log itself')
})

it('rotated files are read from the oldest on, packed or not, in whatever order they are named', async () => {
  const lines = TEXT.split('\n')
  const [first, second, third] = [lines.slice(0, 60), lines.slice(60, 130), lines.slice(130)].map((one) =>
    one.join('\n'),
  )
  const files = [file('queue_log', third ?? ''), file('queue_log.1', `${second}\n`)]
  const told = (await run(...files, file('queue_log.2.gz', gzipSync(`${first}\n`)))).said.split('\n')
  expect(told.map((line) => basename(line.split(':')[0] ?? ''))).toEqual(['queue_log.2.gz', 'queue_log.1', 'queue_log'])
  const added = told.map((line) => Number(/: (\d+) visits added/.exec(line)?.[1]))
  expect(added.reduce((sum, one) => sum + one)).toBe(71)
})

it('half a last line is left for the next time, and what is no line is shown', async () => {
  const log = file('queue_log', `\ufeff${TEXT.trimEnd()}\r\nwhat is this\n1795347000|9.9|supp`)
  const { said } = await run(log)
  expect(said).toContain('71 visits added')
  expect(said).toMatch(/1 line not understood, the first is line \d+: “what is this”/)
  expect(said).toContain('the last line left out, as it has no end yet')
})

it('lines of the future, and visits that would be deleted again, are left out', async () => {
  const first = Number(TEXT.slice(0, 10)) * 1000
  const { said } = await runWith(PBX, [LOG], first - 86_400_000)
  expect(said).toMatch(/0 visits added.* lines of the future left out \(up to 2026-11-2/)
  const late = await runWith({ ...PBX, CALLBOARD_HISTORY_KEEP: '2 days' }, [LOG], first + 4 * 86_400_000)
  expect(late.said).toContain(
    '0 visits added, 0 given their end, 0 known already, 71 left out, as they are older than the 2',
  )
  expect(await test.database.db.selectFrom('filled').selectAll().execute()).toEqual([])
})

it('of a PBX that was renamed it is refused, for every caller would count twice', async () => {
  await run(LOG)
  const { code, said } = await runWith({ ...PBX, AMI_NAME: 'head-office' }, [LOG])
  expect(code).toBe(1)
  expect(said).toContain('as the log of “head-office”: its visits are in the database already, as those of the PBX “')
})

it('stops where it is asked to, and goes on the next time', async () => {
  const lines = TEXT.trimEnd().split('\n')
  const before = (days: number) => lines.map((line) => `${Number(line.slice(0, 10)) - days * 86_400}${line.slice(10)}`)
  const many = Array.from({ length: 20_000 }, () => `${lines[0]?.slice(0, 10)}|NONE|NONE|NONE|RELOAD|`)
  const log = file('queue_log', [...[9, 8, 7, 6, 5, 4, 3, 2].flatMap(before), ...many, ...lines, ''].join('\n'))
  const said: string[] = []
  const say = (text: string) => said.push(text)
  const io = { print: say, complain: say, progress: () => process.emit('SIGINT') }
  const config = readConfig({ CALLBOARD_DATABASE: test.where, ...PBX }, () => '')
  expect(await runImportCommand([log], config, io, { now: () => NOW })).toBe(130)
  expect(said).toEqual(['Stopped. What was added stays; the same command again goes on.'])
  expect((await run(log)).said).toMatch(/^queue_log: \d\d+ visits added, 0 given their end, 5\d\d known already$/)
})

it('tells how far it is of a long file, on a terminal', async () => {
  const lines = TEXT.trimEnd().split('\n')
  const log = file('queue_log', `${lines.join('\n')}\n${'1795350000|NONE|NONE|NONE|RELOAD|\n'.repeat(45_000)}`)
  const told: string[] = []
  const io = { print: () => {}, complain: () => {}, progress: (text: string) => told.push(text.replace(folder, '')) }
  const config = readConfig({ CALLBOARD_DATABASE: test.where, ...PBX }, () => '')
  await runImportCommand([log], config, io, { now: () => NOW })
  expect(told).toEqual([
    expect.stringMatching(/^\/queue_log: \d\d%, 20000 lines$/),
    expect.stringMatching(/^\/queue_log: \d\d%, 40000 lines$/),
    '',
  ])
})

it('says so when another process holds the database', async () => {
  const other = await openHandle(test.where)
  other.exec('begin immediate')
  expect(await run(LOG)).toEqual({
    code: 1,
    said: expect.stringMatching(/^The database \/.*callboard.db cannot be used: .*locked/),
  })
  other.exec('rollback')
  other.close()
})
