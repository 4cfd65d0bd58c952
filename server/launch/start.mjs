import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { loadEnvFile, runServer } from './run-server.mjs'
import { runOrExit } from './step.mjs'

requireNode()
loadEnvFile()
await runOrExit(ensureInstalled, ensureBuilt)
process.exitCode = await runServer(['--enable-source-maps', 'build/server.js', ...process.argv.slice(2)], 'production')
