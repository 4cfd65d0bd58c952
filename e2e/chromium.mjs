import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { runStep } from '../server/launch/step.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A Chromium that starts: the one named by CHROMIUM_PATH, the system's, Playwright's own download, or Debian's package.
 * Gives its path. Throws when there is none to be had.
 */
export async function ensureChromium() {
  const found = [process.env.CHROMIUM_PATH, ...SYSTEM].find((path) => path && existsSync(path) && starts(path))
  if (found) return found
  const cli = 'node_modules/@playwright/test/cli.js'
  const fetched = await attempt('Fetching Chromium (about a minute)', process.execPath, [cli, 'install', 'chromium'])
  const own = fetched ? await playwrightsOwn() : null
  if (own !== null) return own
  if (!isRootOnDebian()) throw new Error('The browser tests need a Chromium: install one and name it in CHROMIUM_PATH.')
  await attempt('Updating package lists', 'apt-get', ['update', '-qq'])
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  await runStep('Installing Chromium from Debian (about a minute)', 'apt-get', args, quiet)
  return '/usr/bin/chromium'
}

function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/** Where Playwright put its download, if that starts: it may be there and yet lack libraries of the system. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) && starts(path) ? path : null
}

async function attempt(title, command, args) {
  return runStep(title, command, args).then(
    () => true,
    (error) => {
      console.log(`  ${error.message.split('\n').slice(0, 3).join('\n  ')}`)
      return false
    },
  )
}

function isRootOnDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)
}
