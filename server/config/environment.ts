type Kind = 'text' | 'number' | 'flag' | 'list'
type Variable = { path: readonly string[]; kind: Kind }

/** Every environment variable and the setting it stands for; it wins over the configuration file. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  AMI_URL: { path: ['ami'], kind: 'text' },
  AMI_NAME: { path: ['pbx', 'name'], kind: 'text' },
  AMI_LABEL: { path: ['pbx', 'label'], kind: 'text' },
  AMI_HOST: { path: ['pbx', 'host'], kind: 'text' },
  AMI_PORT: { path: ['pbx', 'port'], kind: 'number' },
  AMI_TRANSPORT: { path: ['pbx', 'transport'], kind: 'text' },
  AMI_CA: { path: ['pbx', 'ca'], kind: 'text' },
  AMI_FINGERPRINT: { path: ['pbx', 'fingerprint'], kind: 'text' },
  AMI_SERVER_NAME: { path: ['pbx', 'serverName'], kind: 'text' },
  AMI_USERNAME: { path: ['pbx', 'username'], kind: 'text' },
  AMI_SECRET: { path: ['pbx', 'secret'], kind: 'text' },
  AMI_SECRET_FILE: { path: ['pbx', 'secretFile'], kind: 'text' },
  AMI_AUTH: { path: ['pbx', 'auth'], kind: 'text' },
  AMI_STRICT: { path: ['pbx', 'strict'], kind: 'flag' },
  AMI_EVENT_MASK: { path: ['pbx', 'eventMask'], kind: 'text' },
  CALLBOARD_HOST: { path: ['listen', 'host'], kind: 'text' },
  CALLBOARD_PORT: { path: ['listen', 'port'], kind: 'number' },
  CALLBOARD_ALLOWED_ORIGINS: { path: ['listen', 'allowedOrigins'], kind: 'list' },
  CALLBOARD_TRUSTED_PROXIES: { path: ['listen', 'trustedProxies'], kind: 'list' },
  CALLBOARD_DATABASE: { path: ['database'], kind: 'text' },
  CALLBOARD_KEY_FILE: { path: ['auth', 'keyFile'], kind: 'text' },
  CALLBOARD_ORDER: { path: ['order'], kind: 'list' },
  CALLBOARD_TITLE: { path: ['board', 'title'], kind: 'text' },
  CALLBOARD_PLACE: { path: ['board', 'place'], kind: 'text' },
  CALLBOARD_DAY_START: { path: ['board', 'dayStart'], kind: 'text' },
  CALLBOARD_TIME_ZONE: { path: ['board', 'timeZone'], kind: 'text' },
  CALLBOARD_LOCALE: { path: ['board', 'locale'], kind: 'text' },
  CALLBOARD_THEME: { path: ['board', 'theme'], kind: 'text' },
  CALLBOARD_WIDGETS: { path: ['board', 'widgets'], kind: 'list' },
  CALLBOARD_PUBLIC_WALL: { path: ['board', 'public'], kind: 'flag' },
  CALLBOARD_MASK_NUMBERS: { path: ['board', 'maskNumbers'], kind: 'flag' },
  CALLBOARD_LOG_LEVEL: { path: ['log', 'level'], kind: 'text' },
  CALLBOARD_AUDIT_INTERVAL: { path: ['audit', 'interval'], kind: 'number' },
  CALLBOARD_HISTORY_KEEP: { path: ['history', 'keep'], kind: 'text' },
  CALLBOARD_HISTORY_REPLAY_DAYS: { path: ['history', 'replayDays'], kind: 'number' },
  CALLBOARD_HISTORY_LOST_DAYS: { path: ['history', 'lostDays'], kind: 'text' },
  CALLBOARD_HISTORY_CLAIM_FOR: { path: ['history', 'claimFor'], kind: 'number' },
  CALLBOARD_CONSOLE_ALLOW: { path: ['console', 'allow'], kind: 'list' },
  CALLBOARD_METRICS_TOKEN: { path: ['metrics', 'token'], kind: 'text' },
  CALLBOARD_METRICS_TOKEN_FILE: { path: ['metrics', 'tokenFile'], kind: 'text' },
  CALLBOARD_SIMULATOR_QUEUES: { path: ['simulator', 'queues'], kind: 'number' },
  CALLBOARD_SIMULATOR_MEMBERS: { path: ['simulator', 'members'], kind: 'number' },
  CALLBOARD_SIMULATOR_CALLS_PER_HOUR: { path: ['simulator', 'callsPerHour'], kind: 'number' },
  CALLBOARD_SIMULATOR_EVENTS_PER_SECOND: { path: ['simulator', 'eventsPerSecond'], kind: 'number' },
  CALLBOARD_SIMULATOR_SPEED: { path: ['simulator', 'speed'], kind: 'number' },
  CALLBOARD_SIMULATOR_SEED: { path: ['simulator', 'seed'], kind: 'number' },
  CALLBOARD_SIMULATOR_SCENE: { path: ['simulator', 'scene'], kind: 'text' },
  CALLBOARD_SIMULATOR_PAST: { path: ['simulator', 'past'], kind: 'number' },
}

/** Names the configuration file; it is no setting of its own. */
export const CONFIG_VARIABLE = 'CALLBOARD_CONFIG'

export type Environment = Readonly<Record<string, string | undefined>>
type Override = { path: readonly string[]; value: unknown; source: { place: string } }

/** Variables that are set and not empty: an empty one means "not set", as `NAME=` in an env file does. */
export function readOverrides(env: Environment): Override[] {
  return Object.entries(VARIABLES).flatMap(([name, { path, kind }]) => {
    const value = env[name]
    return value ? [{ path, value: convert(value, kind), source: { place: name } }] : []
  })
}

/** Variables with our prefixes that we do not know: most likely misspelt. */
export function unknownVariables(env: Environment): string[] {
  return Object.keys(env).filter(
    (name) => /^(AMI|CALLBOARD)_/.test(name) && !(name in VARIABLES) && name !== CONFIG_VARIABLE,
  )
}

/** What cannot be converted stays text, for the schema to refuse. */
function convert(value: string, kind: Kind): unknown {
  switch (kind) {
    case 'number':
      return /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
    case 'flag':
      return flags.get(value.toLowerCase()) ?? value
    case 'list':
      return value.split(',').map((item) => item.trim())
    case 'text':
      return value
  }
}

const flags = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])
