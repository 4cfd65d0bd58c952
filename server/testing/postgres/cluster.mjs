import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534
const START_MS = 30_000
const USER = 'callboard'

/** A PostgreSQL of its own in `folder`, on a free port of the loopback. It keeps nothing: no syncs, gone with the folder. */
export async function startCluster({ bin, env }, folder) {
  const who = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if ('uid' in who) {
    chmodSync(folder, 0o755)
    chownSync(data, who.uid, who.gid)
  }
  const options = { ...who, env, cwd: data }
  await run(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'], options)
  const port = await freePort()
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (text) => {
    said = (said + text).slice(-4_000)
  })
  await ready(() => said, server)
  return { url: `postgres://${USER}@127.0.0.1:${port}/postgres`, stop: () => stop(server) }
}

/** The log's own line is the one sign that it takes connections. */
async function ready(said, server) {
  for (let waited = 0; waited < START_MS; waited += 50) {
    if (said().includes('ready to accept connections')) return
    if (server.exitCode !== null) break
    await pause(50)
  }
  server.kill('SIGKILL')
  throw new Error(`PostgreSQL did not start:\n${said()}`)
}

/** SIGINT: a fast shutdown, which does not wait for those who are connected. */
async function stop(server) {
  if (server.exitCode !== null) return
  server.kill('SIGINT')
  await once(server, 'exit')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
