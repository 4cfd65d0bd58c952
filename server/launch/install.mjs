import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './root.mjs'
import { runStep } from './step.mjs'

const LOCK = `${root}package-lock.json`
/** What npm itself wrote of the tree it laid out. */
const INSTALLED = `${root}node_modules/.package-lock.json`
const STAMP = `${root}node_modules/.callboard-installed`

/** Installs the packages of the lock file, unless exactly these are there already. */
export async function ensureInstalled() {
  const lock = readFileSync(LOCK)
  const stamp = createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return
  if (!holdsAll(JSON.parse(String(lock)), readInstalled())) await install()
  writeFileSync(STAMP, stamp)
}

async function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Building needs the development packages too, whatever NODE_ENV says.
  await runStep('Installing packages (about a minute)', npm, ['ci', '--include=dev', '--no-audit', '--no-fund'])
}

function readInstalled() {
  return existsSync(INSTALLED) ? JSON.parse(readFileSync(INSTALLED, 'utf8')) : { packages: {} }
}

/** Somebody may have run `npm ci` by hand. Optional packages belong to other platforms as a rule. */
export function holdsAll(lock, installed) {
  return Object.entries(lock.packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed.packages[path]?.version === wanted.version,
  )
}
