import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { CONFIG_VARIABLE, VARIABLES } from './environment'

/** What administrators may set, too, unless the file names it. */
const HOUSE = ['pauseReasons', 'freePauseReason', 'dial', 'routes', 'crmLink', 'queueGroups']

const names = [...Object.keys(VARIABLES), CONFIG_VARIABLE].sort()
const example = readFileSync('callboard.example.yaml', 'utf8')

describe('callboard.example.yaml', () => {
  it('is right as it stands, and says the defaults', () => {
    const fromExample = readConfig({}, () => example)
    const plain = (config: object) => JSON.parse(JSON.stringify(config))
    const defaults = plain(readConfig({}, () => ''))
    expect(plain(fromExample)).toEqual({ ...defaults, queueDefaults: { wrapUp: 0 } })
  })

  it('is right with every example in it switched on', () => {
    const everything = example
      .replace(/^( *)# (?=[\w ]+:(?: |$))/gm, '$1')
      .replace(/^# ( +\w+:)/gm, '$1')
      .replace(/"AB:CD:…"/, `"${'AB:'.repeat(31)}AB"`)
    const files: Record<string, string> = {
      'callboard.yaml': everything,
      '/etc/callboard/pbx-ca.pem': '-----BEGIN CERTIFICATE-----',
      '/run/secrets/ami': 'secret',
      '/run/secrets/oidc': 'secret',
      '/run/secrets/metrics': 'a-token-of-some-length',
    }
    const config = readConfig({}, (path) => files[path] ?? '')
    expect(config.pbx).toMatchObject({ host: 'pbx.example.net', secret: 'secret' })
    expect(config.queueSettings('support').limits.waitCritical).toBe(300)
    expect(config.metrics.token).toBe('a-token-of-some-length')
    expect(config.fixed.dial).toMatchObject({ country: 'DE', deny: ['+49137'] })
    expect(config.fixed.pauseReasons).toEqual([
      { name: 'lunch', limitSeconds: 1800 },
      { name: 'meeting', limitSeconds: null },
    ])
    expect(Object.keys(config.fixed).sort()).toEqual([...HOUSE].sort())
  })
})

it('.env.example names every variable, once', () => {
  const named = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gm)
  expect(named?.sort()).toEqual(names)
})

it('README.md tells of every variable', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
