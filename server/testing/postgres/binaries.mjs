import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const DEBIAN = '/usr/lib/postgresql'

/**
 * The folder of `initdb` and `postgres`, and the environment in which they run: those of the machine, else Debian's
 * packages unpacked into `folder`. Nothing is installed. Throws when they cannot be had.
 */
export async function postgresBinaries(folder) {
  const bin = newestIn(DEBIAN)
  if (bin) return { bin, env: process.env }
  await fetchPackages(folder)
  const unpacked = newestIn(join(folder, 'root', DEBIAN))
  if (unpacked === null) throw new Error('Debian’s packages held no PostgreSQL')
  return { bin: unpacked, env: { ...process.env, LD_LIBRARY_PATH: libraries(join(folder, 'root')) } }
}

function newestIn(folder) {
  if (!existsSync(folder)) return null
  const versions = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  return newest === undefined ? null : join(folder, newest, 'bin')
}

/** By apt with lists and cache of its own, so that the machine stays as it is and no root is needed. */
async function fetchPackages(folder) {
  for (const path of ['lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(folder, path), { recursive: true })
  }
  const config = join(folder, 'apt.conf')
  writeFileSync(config, aptSettings(folder))
  const env = { ...process.env, APT_CONFIG: config, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['-qq', 'update'], { env })
  await run('apt-get', ['-qq', '-y', '--download-only', 'install', 'postgresql'], { env })
  const archives = join(folder, 'cache/archives')
  for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', join(archives, name), join(folder, 'root')])
  }
}

function aptSettings(folder) {
  return `Dir::State::Lists "${folder}/lists";
Dir::Cache "${folder}/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Acquire::Retries "3";
Acquire::Languages "none";
Debug::NoLocking "true";
`
}

/** Debian keeps libraries in a folder by machine, such as `usr/lib/x86_64-linux-gnu`. */
function libraries(root) {
  const lib = join(root, 'usr/lib')
  const folders = readdirSync(lib).filter((name) => name.endsWith('-linux-gnu'))
  return folders.map((name) => join(lib, name)).join(':')
}
