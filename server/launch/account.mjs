import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { root } from './root.mjs'
import { loadEnvFile } from './run-server.mjs'
import { runOrExit } from './step.mjs'

requireNode()
loadEnvFile()
await runOrExit(ensureInstalled, ensureBuilt)
const args = ['--enable-source-maps', 'build/server.js', 'account', ...process.argv.slice(2)]
const env = { ...process.env, NODE_ENV: 'production' }
const [code] = await once(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }), 'exit')
process.exitCode = code ?? 1
