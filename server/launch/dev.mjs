import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { loadEnvFile, runServer } from './run-server.mjs'
import { runOrExit } from './step.mjs'

requireNode()
loadEnvFile()
await runOrExit(ensureInstalled)
const args = ['--import', 'tsx', 'server/index.ts', '--dev', ...process.argv.slice(2)]
process.exitCode = await runServer(args, 'development')
