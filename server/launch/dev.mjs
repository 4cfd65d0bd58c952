import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { loadEnvFile, runServer } from './run-server.mjs'

requireNode()
loadEnvFile()
try {
  await ensureInstalled()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const args = ['--import', 'tsx', 'server/index.ts', '--dev', ...process.argv.slice(2)]
process.exitCode = await runServer(args, 'development')
