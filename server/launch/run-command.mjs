import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { root } from './root.mjs'
import { loadEnvFile } from './run-server.mjs'
import { runOrExit } from './step.mjs'

/** Runs one of the built server's commands with the arguments of this process, and ends with its exit code. */
export async function runCommand(name, args = process.argv.slice(2)) {
  requireNode()
  loadEnvFile()
  await runOrExit(ensureInstalled, ensureBuilt)
  const own = ['--enable-source-maps', `${root}build/server.js`, name, ...args]
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, own, { cwd: root, env, stdio: 'inherit' })
  // Ctrl-C reaches both; the command ends what it is at, and says so.
  process.on('SIGINT', () => {})
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 1
}

/** The arguments with files as whoever typed them sees them: npm runs scripts in the project's folder. */
export function withFiles(args) {
  const from = process.env.INIT_CWD ?? process.cwd()
  return args.map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)))
}
