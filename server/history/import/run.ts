import { pbxName } from '@/lib/domain/ids'
import { readKey } from '@/server/auth/seal'
import { type Clock, systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { databaseWords } from '../keeping/database-words'
import { ForgottenCallers } from '../keeping/forgotten-callers'
import { type CommandIo, terminal } from '../keeping/terminal'
import { LogImport } from './import-log'
import { OtherPbxError } from './kept-visits'
import { LogFile, LogFileError } from './log-file'
import { Progress } from './progress'
import { agentWords, endlessWords, importedWords } from './words'

const USAGE = `npm run import -- <queue_log> …

  Brings the visits of Asterisk's queue_log (usually /var/log/asterisk/queue_log) into the database: those of
  before Callboard was there, and those that ended while it did not look. Gaps of which the file tells count as
  seen from then on. Importing a file again adds nothing. Of several files the oldest is read first, however they
  are named; those that logrotate packed (.gz) are read as they are. Works beside a running server, whose figures
  of today follow within half a minute. Ctrl-C stops it; the same command again goes on.
`

const DAY_MS = 86_400_000
/** What a shell says of a command that Ctrl-C ended. */
const INTERRUPTED = 130

/** `npm run import`. Returns the exit code. */
export async function runImportCommand(
  paths: readonly string[],
  config: Config,
  io: CommandIo = terminal,
  clock: Pick<Clock, 'now'> = systemClock,
): Promise<number> {
  if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) {
    const isHelp = paths.every((path) => path === '--help' || path === '-h') && paths.length > 0
    if (isHelp) io.print(USAGE)
    else io.complain(USAGE)
    return isHelp ? 0 : 1
  }
  if (config.pbx === null) {
    io.complain('Whose log is it? Configure the PBX first (AMI_HOST and the like): what is the demo’s does not stay.')
    return 1
  }
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    await importAll(await opened(paths), config, { io, clock, signal: stop.signal })
    return 0
  } catch (error) {
    if (stop.signal.aborted) io.complain('Stopped. What was added stays; the same command again goes on.')
    else io.complain(wordsOf(error, config.pbx.name, config.database))
    return stop.signal.aborted ? INTERRUPTED : 1
  } finally {
    process.off('SIGINT', interrupt)
  }
}

/** The oldest first. All are looked at before anything is written. */
async function opened(paths: readonly string[]): Promise<LogFile[]> {
  const files: LogFile[] = []
  for (const path of paths) files.push(await LogFile.open(path))
  return files.sort((one, other) => one.from - other.from)
}

type Running = { io: CommandIo; clock: Pick<Clock, 'now'>; signal: AbortSignal }

async function importAll(files: readonly LogFile[], config: Config, { io, clock, signal }: Running): Promise<void> {
  const pbx = pbxName(config.pbx?.name ?? '')
  const { keep } = config.history
  const forgotten = new ForgottenCallers(readKey(config.auth.keyFile))
  // In a process of its own it may wait: a year of agents' times is looked through for their names.
  const database = await openDatabase(config.database, { statementMs: null })
  try {
    const log = new LogImport(database, pbx, { now: () => clock.now(), oldest: clock.now() - keep * DAY_MS, forgotten })
    for (const file of files) {
      const progress = new Progress(file, io)
      const counts = await log.add(progress.lines(), signal).finally(() => progress.end())
      io.print(`${file.path}: ${importedWords(counts, keep)}`)
    }
    const { names, endless } = await log.end()
    for (const line of endlessWords(endless)) io.print(line)
    for (const line of agentWords(log.agents, names)) io.print(line)
  } finally {
    await database.close()
  }
}

function wordsOf(error: unknown, pbx: string, database: string): string {
  if (error instanceof LogFileError) return `${error.message} Nothing more was imported.`
  if (error instanceof OtherPbxError) {
    const { other } = error
    return `This is not imported as the log of “${pbx}”: ${error.message}. Was it renamed? Call it “${other}” again (AMI_NAME); every caller would count twice.`
  }
  return `${databaseWords(error, database)} What was added stays; the same command again goes on.`
}
