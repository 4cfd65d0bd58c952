import { pino } from 'pino'

export type Log = pino.Logger
type LogOptions = {
  level: string
  /** Values that no line may hold, wherever they come from: a PBX may quote what it was sent. */
  secrets: readonly string[]
  /** Where lines go; stdout unless told otherwise. */
  write?: (line: string) => void
}

const NAMES = ['secret', 'token', 'password', 'key', 'authorization', 'cookie']
const CENSORED = '[hidden]'
/** Shorter values would blot out ordinary words; their fields are still hidden by name. */
const SHORTEST_SECRET = 4

/** Structured logs, one JSON object a line, without secrets: neither under their names nor as part of any text. */
export function createLog({ level, secrets, write = writeStdout }: LogOptions): Log {
  const hide = hider(secrets)
  const paths = NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: CENSORED },
    },
    { write: (line: string) => write(hide(line)) },
  )
}

/** Secrets are looked for as they stand in JSON, where quotes and backslashes are escaped. */
function hider(secrets: readonly string[]): (line: string) => string {
  const values = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1))
  return (line) => values.reduce((text, value) => text.replaceAll(value, CENSORED), line)
}

function writeStdout(line: string): void {
  process.stdout.write(line)
}
