import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pbxName } from '@/lib/domain/ids'
import type { Config } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { type Imported, LogImport } from './import-log'

const USAGE = `npm run import -- <queue_log> …

  Brings the visits of Asterisk's queue_log (usually /var/log/asterisk/queue_log) into the database: those of
  before Callboard was there, and those that ended while it did not look. Gaps of which the file tells count as
  seen from then on. Importing a file again adds nothing. Rotated files come in their order, the oldest first.
  Works beside a running server, whose figures of today follow within half a minute.
`

/** Where the command writes. */
type ImportIo = { print(text: string): void; complain(text: string): void }
const terminal: ImportIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}

/** `npm run import`. Returns the exit code. */
export async function runImportCommand(files: readonly string[], config: Config, io = terminal): Promise<number> {
  if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
    const isHelp = files.every((file) => file === '--help' || file === '-h') && files.length > 0
    if (isHelp) io.print(USAGE)
    else io.complain(USAGE)
    return isHelp ? 0 : 1
  }
  if (config.pbx === null) {
    io.complain('Whose log is it? Configure the PBX first (AMI_HOST and the like): what is the demo’s does not stay.')
    return 1
  }
  const pbx = pbxName(config.pbx.name)
  const database = await openDatabase(config.database)
  try {
    const log = new LogImport(database, pbx)
    for (const file of files) {
      const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
      io.print(`${file}: ${wordsOf(await log.add(lines))}`)
    }
    await log.end()
    return 0
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    io.complain(`It could not be read: ${error.message}`)
    return 1
  } finally {
    await database.close()
  }
}

function wordsOf({ added, completed, known, unreadable }: Imported): string {
  const told = [`${added} visits added`, `${completed} given their end`, `${known} known already`]
  return [...told, ...(unreadable > 0 ? [`${unreadable} lines not understood`] : [])].join(', ')
}
