import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { root } from './root.mjs'
import { loadEnvFile } from './run-server.mjs'
import { runOrExit } from './step.mjs'

/** Runs one of the built server's commands with the arguments of this process, and ends with its exit code. */
export async function runCommand(name) {
  requireNode()
  loadEnvFile()
  await runOrExit(ensureInstalled, ensureBuilt)
  const args = ['--enable-source-maps', `${root}build/server.js`, name, ...process.argv.slice(2)]
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 1
}
