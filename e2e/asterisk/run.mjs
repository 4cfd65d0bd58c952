import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ensureBuilt } from '../../server/launch/build.mjs'

/**
 * Runs the tests against a real Asterisk 22 and 16: `node e2e/asterisk/run.mjs [Playwright's arguments]`.
 * Exit code 0 also where they cannot run; the last line then begins with SKIPPED.
 * ASTERISK_WAY: the way from the product to Asterisk (tls, rawman, mxml, arawman, amxml; default: tcp).
 * ASTERISK_DELAYS: 1 adds the projects delays-22 and delays-16, which measure each way.
 * ASTERISK_HOUR: how many seconds the floor of hour.spec.ts runs (3600: the hour of its name; default: 70).
 * PLAYWRIGHT_JSON_OUTPUT_FILE: where the report goes (default: test-results/asterisk.json).
 */
const VERSIONS = ['22', '16']
const root = fileURLToPath(new URL('../..', import.meta.url))
const rig = fileURLToPath(new URL('asterisk-rig', import.meta.url))
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? `${root}test-results/asterisk.json`
const run = promisify(execFile)

async function whyNot() {
  try {
    await run(rig, ['can'])
  } catch (error) {
    return String(error.stdout ?? error.message).trim()
  }
  console.log(`Asterisk ${VERSIONS.join(' and ')}: fetching what is missing (about 100 MB each) …`)
  const fetched = await Promise.allSettled(VERSIONS.map((version) => run(rig, ['install', version])))
  const failed = fetched.find(({ status }) => status === 'rejected')
  return failed ? `Asterisk could not be fetched: ${String(failed.reason.stderr ?? failed.reason).trim()}` : null
}

async function runTests() {
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = [`${root}node_modules/@playwright/test/cli.js`, 'test', '-c', `${root}e2e/asterisk`]
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const tests = spawn(process.execPath, [...args, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal))
  const [code] = await once(tests, 'exit')
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  console.log(`Asterisk ${VERSIONS.join(' and ')}: ${expected + flaky} passed, ${unexpected} failed`)
  return code ?? 1
}

const reason = await whyNot()
if (reason === null) {
  await ensureBuilt()
  process.exitCode = await runTests()
} else {
  console.log(`SKIPPED: the tests against a real Asterisk did not run, because ${reason}.`)
}
