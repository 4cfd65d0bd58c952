import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { loadEnvFile, runServer } from './run-server.mjs'

requireNode()
loadEnvFile()
try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.exitCode = await runServer(['--enable-source-maps', 'build/server.js', ...process.argv.slice(2)], 'production')
