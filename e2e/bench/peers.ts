import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What others offer for the same work, at the versions that were compared. None is a dependency of the product. */
const VERSIONS = {
  'asterisk-manager': '0.2.0',
  'asterisk-ami-client': '1.1.5',
  'asterisk-ami': '0.1.0',
  'ami-io': '1.2.1',
  nami: '0.7.2',
  yana: '0.3.0',
  immer: '11.2.10',
} as const

export type PeerName = keyof typeof VERSIONS

const folder = fileURLToPath(new URL('../.cache/peers/', import.meta.url))

/** Installs what is missing and returns a `require` that finds the peers. Needs the network the first time. */
export function installPeers(names: readonly PeerName[]): NodeJS.Require {
  const missing = names.filter((name) => installed(name) !== VERSIONS[name])
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(`${folder}package.json`)) writeFileSync(`${folder}package.json`, '{ "private": true }\n')
    const wanted = missing.map((name) => `${name}@${VERSIONS[name]}`)
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', ['install', '--save-exact', ...quiet, ...wanted], { cwd: folder, stdio: 'inherit' })
  }
  return createRequire(`${folder}package.json`)
}

function installed(name: PeerName): string | null {
  const path = `${folder}node_modules/${name}/package.json`
  if (!existsSync(path)) return null
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
