import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresBinaries } from './binaries.mjs'
import { databaseTests, vitestArguments } from './chosen.mjs'
import { startCluster } from './cluster.mjs'

/**
 * Runs the tests of the database on a PostgreSQL of their own: `node server/testing/postgres/run.mjs [files] [vitest's arguments]`;
 * a part of a file's name will do.
 * Exit code 0 also where there is none to be had; the last line then begins with SKIPPED.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url))

const told = vitestArguments(databaseTests(root), process.argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), 'callboard-postgres-'))
let tests = null
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests?.kill(signal))
try {
  const cluster = await open()
  if (cluster !== null) process.exitCode = await runTests(cluster.url).finally(cluster.stop)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** `null`: there is none here, and none can be fetched. One that is here must start. */
async function open() {
  let binaries
  try {
    binaries = await postgresBinaries(folder)
  } catch (error) {
    const why = String(error.stderr || error.message).trim()
    process.stdout.write(`SKIPPED: no PostgreSQL could be had: ${why.replaceAll('\n', ' ')}\n`)
    return null
  }
  return startCluster(binaries, folder)
}

async function runTests(url) {
  const args = [`${root}node_modules/vitest/vitest.mjs`, 'run', ...told]
  const env = { ...process.env, CALLBOARD_TEST_POSTGRES: url }
  tests = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const [code] = await once(tests, 'exit')
  return code ?? 1
}
