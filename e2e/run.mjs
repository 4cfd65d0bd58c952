import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt, forgetRouteTypes } from '../server/launch/build.mjs'
import { ensureInstalled } from '../server/launch/install.mjs'
import { requireNode } from '../server/launch/node-version.mjs'
import { root } from '../server/launch/root.mjs'
import { ensureChromium } from './chromium.mjs'
import { addUp, playwrightFailures, playwrightFigures, summary, vitestFailures, vitestFigures } from './figures.mjs'

/**
 * `npm test`: everything that says whether the product is right, on a machine with nothing but Node.
 * REQUIRE_ASTERISK=1: it also fails when the tests against a real Asterisk, or on a real PostgreSQL, could not run.
 */
const REPORTS = `${root}test-results/reports/`
const requireAsterisk = process.env.REQUIRE_ASTERISK === '1'
const node = process.execPath
const bin = (path) => `node_modules/${path}`

requireNode()
const results = []
/** Which tests failed, of all parts: told once more at the end, where one looks first. */
const failures = []
let running = null
// What is running has things of its own to end: browsers, servers, an Asterisk.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    running?.kill(signal)
    running?.once('exit', () => process.exit(130))
    if (running === null) process.exit(130)
  })
}
try {
  await ensureInstalled()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  // Fetching Asterisk waits for the network, the checks for the processor.
  const asterisk = fetchAsterisk().catch(() => {})
  await checks()
  await databaseTests()
  await browserTests()
  await asterisk
  await asteriskTests()
} catch (error) {
  console.error(`\n${error.message}`)
  failures.push(error.message)
  results.push({ passed: 0, failed: 1, skipped: 0 })
}
finish()

async function checks() {
  await check('Lint', node, [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
  forgetRouteTypes()
  await check('Types of routes', node, [bin('next/dist/bin/next'), 'typegen'])
  await check('Types', node, [bin('typescript/bin/tsc'), '--noEmit'])
  const report = `${REPORTS}unit.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('Unit tests', node, [bin('vitest/vitest.mjs'), 'run', ...reporters])
  take('Unit tests', code, report, vitestFigures, vitestFailures)
}

/** The tests of the database once more, on a PostgreSQL; they run on the embedded one among the unit tests. */
async function databaseTests() {
  const report = `${REPORTS}postgres.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('Database tests on PostgreSQL', node, ['server/testing/postgres/run.mjs', ...reporters])
  if (code === 0 && !existsSync(report)) results.push({ passed: 0, failed: 0, skipped: 1, postgresSkipped: true })
  else take('Database tests on PostgreSQL', code, report, vitestFigures, vitestFailures)
}

async function browserTests() {
  process.env.CHROMIUM_PATH = await ensureChromium()
  await ensureBuilt()
  const report = `${REPORTS}browser.json`
  const args = [bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts']
  const code = await run('Browser tests', node, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  take('Browser tests', code, report, playwrightFigures, playwrightFailures)
}

/** What goes wrong here, the tests themselves will say. */
async function fetchAsterisk() {
  const fetch = 'cd e2e/asterisk && ./asterisk-rig can && ./asterisk-rig install 22 && ./asterisk-rig install 16'
  const child = spawn('bash', ['-c', fetch], { cwd: root, stdio: 'ignore' })
  child.on('error', () => {})
  await once(child, 'close')
}

async function asteriskTests() {
  const report = `${REPORTS}asterisk.json`
  const code = await run('Tests against a real Asterisk', node, ['e2e/asterisk/run.mjs'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  if (code === 0 && !existsSync(report)) results.push({ passed: 0, failed: 0, skipped: 1, asteriskSkipped: true })
  else take('Tests against a real Asterisk', code, report, playwrightFigures, playwrightFailures)
}

/** A check without a report of its own counts as one test. */
async function check(title, command, args) {
  const code = await run(title, command, args)
  if (code !== 0) failures.push(title)
  results.push({ passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 })
}

/** A run that ended badly without a failed test (it crashed, or wrote no report) counts as one failure. */
function take(title, code, report, figuresOf, failuresOf) {
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  const figures = told === null ? addUp([]) : figuresOf(told)
  if (told !== null) failures.push(...failuresOf(told).map((test) => `${title}: ${test}`))
  if (code !== 0 && figures.failed === 0) {
    figures.failed = 1
    failures.push(`${title} ended with code ${code}`)
  }
  console.log(`${title}: ${summary(figures)}`)
  results.push(figures)
}

async function run(title, command, args, env = {}) {
  const began = Date.now()
  console.log(`\n── ${title}`)
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  running = child
  const [code] = await once(child, 'exit')
  running = null
  console.log(
    `── ${title}: ${code === 0 ? 'done' : `failed (${code})`} in ${Math.round((Date.now() - began) / 1000)} s`,
  )
  return code ?? 1
}

function finish() {
  const total = addUp(results)
  for (const [skipped, what] of [
    ['asteriskSkipped', 'against a real Asterisk'],
    ['postgresSkipped', 'on PostgreSQL'],
  ]) {
    if (!results.some((result) => result[skipped])) continue
    console.log(`\n!!! SKIPPED: the tests ${what} did not run here. They need Debian and root.`)
    if (requireAsterisk) {
      console.log('!!! They were required, so this run has failed.')
      total.failed += 1
    }
  }
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`)
  console.log(`\n${summary(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
}
