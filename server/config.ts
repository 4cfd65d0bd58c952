import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Technology, TrunkSettings } from '@/lib/domain/line'
import type { QueueSettings } from '@/lib/domain/queue'
import type { AmiHttp } from './ami/http/target'
import { applyAmiAddress } from './config/ami-address'
import { type ConfigFile, parseConfigFile } from './config/config-file'
import { CONFIG_VARIABLE, type Environment, readOverrides, unknownVariables, VARIABLES } from './config/environment'
import { fixedSettings } from './config/people'
import { explain, type Problem } from './config/problems'
import { type KpiSettings, kpiSettings, queueSettings } from './config/queue-settings'
import { type Settings, settingsSchema } from './config/schema'
import { suggest } from './config/suggest'
import { trunkSettings } from './config/trunk-settings'
import { isPostgresUrl } from './db/open'
import type { EffectiveSettings } from './settings/types'

const DEFAULT_FILE = 'callboard.yaml'
const DEFAULT_PORT = 3000

/** The product's whole configuration, checked. */
export type Config = Omit<Settings, 'ami' | 'pbx' | 'listen' | 'auth'> & {
  auth: Omit<Settings['auth'], 'keyFile'> & {
    /** Beside the embedded database unless told otherwise. */
    keyFile: string
  }
  /** What the file says of settings that administrators could else change. */
  fixed: Partial<EffectiveSettings>
  /** `portAsked`: the port was named, so that no other may be taken instead. */
  listen: Settings['listen'] & { port: number; portAsked: boolean }
  /** `null`: none configured, the simulator stands in. */
  pbx: PbxConfig | null
  queueSettings(name: string): QueueSettings
  /** `null`: the configuration names no such trunk. */
  trunkSettings(technology: Technology, name: string): TrunkSettings | null
  kpiSettings(name: string): KpiSettings
}
/** `ca` is the PEM text, read from its file; `http`: where AMI stands on its HTTP server, `null`: AMI itself. */
export type PbxConfig = Omit<NonNullable<Settings['pbx']>, 'secretFile'> & { port: number; http: AmiHttp | null }

type ReadText = (path: string) => string

/** The configuration is wrong; the message names every problem with its place. Holds no secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 setting is' : `${problems.length} settings are`
    super(`${count} wrong:\n${problems.map(({ place, text }) => `  ${place}  ${text}`).join('\n')}`)
  }
}

/** Reads the environment and the configuration file. Throws a `ConfigError`. */
export function readConfig(env: Environment = process.env, readText: ReadText = readUtf8): Config {
  const file = readFile(env, readText)
  const overrides = readOverrides(env)
  const data = file.data
  const sourceOf = (path: readonly PropertyKey[]) =>
    overrides.find((override) => startsWith(path, override.path))?.source ?? file.sourceOf(path)
  const problems = [...file.problems, ...unknownVariables(env).map(unknownVariable)]
  for (const { path, value } of overrides) setIn(data, path, value)
  applyAmiAddress(data, sourceOf, problems)
  readSecretFiles(data, sourceOf, readText, problems)
  const parsed = settingsSchema.safeParse(data)
  if (!parsed.success && file.problems.length === 0) problems.push(...explain(parsed.error.issues, data, sourceOf))
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return finish(parsed.data, readCa(parsed.data, sourceOf, readText))
}

function finish(settings: Settings, ca: string | undefined): Config {
  const { ami, ...others } = settings
  const { listen, pbx, auth, database } = others
  return {
    ...others,
    listen: { ...listen, port: listen.port ?? DEFAULT_PORT, portAsked: listen.port !== undefined },
    pbx: pbx ? { ...finishPbx(pbx, ca), http: ami?.http ?? null } : null,
    auth: { ...auth, keyFile: auth.keyFile ?? besideDatabase(database) },
    fixed: fixedSettings(settings),
    queueSettings: (name) => queueSettings(settings, name),
    trunkSettings: (technology, name) => trunkSettings(settings, technology, name),
    kpiSettings: (name) => kpiSettings(settings, name),
  }
}

/** With PostgreSQL there is no such folder: `data` then stands for it. */
function besideDatabase(database: string): string {
  return join(isPostgresUrl(database) ? 'data' : dirname(database), 'callboard.key')
}

/** manager.conf's own default ports: `port` and `tlsbindaddr`. */
function finishPbx({ secretFile: _, ...pbx }: NonNullable<Settings['pbx']>, ca: string | undefined) {
  return { ...pbx, port: pbx.port ?? (pbx.transport === 'tls' ? 5039 : 5038), ca }
}

type SourceOf = ConfigFile['sourceOf']

function readFile(env: Environment, readText: ReadText): ConfigFile & { data: Record<string, unknown> } {
  const asked = env[CONFIG_VARIABLE] || null
  const name = asked ?? DEFAULT_FILE
  const file = parseConfigFile(name, textOf(name, asked !== null, readText))
  if (isGroup(file.data)) return { ...file, data: file.data }
  const problem = { place: name, text: 'expected settings such as "board:" with their values below' }
  return { ...file, data: {}, problems: [...file.problems, problem] }
}

/** A missing file is an empty one, unless it was asked for. */
function textOf(name: string, asked: boolean, readText: ReadText): string {
  try {
    return readText(name)
  } catch (error) {
    if (!asked && isMissing(error)) return ''
    const place = asked ? CONFIG_VARIABLE : name
    throw new ConfigError([{ place, text: `expected a configuration file that can be read; ${reasonOf(error)}` }])
  }
}

/** What may stand in a file of its own, and in which group. */
const SECRETS = [
  ['secret', 'pbx'],
  ['token', 'metrics'],
  ['clientSecret', 'auth', 'oidc'],
] as const

function groupIn(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((group, name) => (isGroup(group) ? group[name] : undefined), data)
}

/** `secretFile` and `tokenFile` stand for `secret` and `token`; both at once leave open which one counts. */
function readSecretFiles(data: unknown, sourceOf: SourceOf, readText: ReadText, problems: Problem[]): void {
  for (const [secret, ...group] of SECRETS) {
    const settings = groupIn(data, group)
    if (!isGroup(settings)) continue
    const path = settings[`${secret}File`]
    if (typeof path !== 'string') continue
    const { place } = sourceOf([...group, `${secret}File`])
    const name = [...group, secret].join('.')
    if (settings[secret] !== undefined) {
      problems.push({ place, text: `expected either ${name} or ${name}File; both are set` })
      continue
    }
    // Stands in after a problem, so that the same setting is not also reported as missing.
    settings[secret] = 'x'.repeat(16)
    try {
      const lines = readText(path)
        .replace(/[\r\n]+$/, '')
        .split(/\r?\n/)
      if (lines.length === 1) settings[secret] = lines[0]
      else problems.push({ place, text: `${name}File: expected a file of one line; it has ${lines.length}` })
    } catch (error) {
      problems.push({ place, text: `${name}File: expected a file that can be read; ${reasonOf(error)}` })
    }
  }
}

function readCa({ pbx }: Settings, sourceOf: SourceOf, readText: ReadText): string | undefined {
  if (pbx?.ca === undefined) return undefined
  const { place } = sourceOf(['pbx', 'ca'])
  let pem: string
  try {
    pem = readText(pbx.ca)
  } catch (error) {
    throw new ConfigError([{ place, text: `pbx.ca: expected a file that can be read; ${reasonOf(error)}` }])
  }
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
  throw new ConfigError([{ place, text: `pbx.ca: expected a PEM certificate; found none in "${pbx.ca}"` }])
}

function unknownVariable(name: string): Problem {
  const near = suggest(name, [...Object.keys(VARIABLES), CONFIG_VARIABLE])
  return { place: name, text: `unknown variable${near === null ? '' : `; did you mean ${near}?`}` }
}

function setIn(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    data[key] = value
    return
  }
  const inner = data[key]
  const group: Record<string, unknown> = isGroup(inner) ? { ...inner } : {}
  setIn(group, rest, value)
  data[key] = group
}

function startsWith(path: readonly PropertyKey[], start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key)
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function readUtf8(path: string): string {
  return readFileSync(path, 'utf8')
}
