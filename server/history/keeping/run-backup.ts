import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '@/server/config'
import { isPostgresUrl } from '@/server/db/open'
import { BackupError, backUp } from './backup'
import { type CommandIo, terminal } from './terminal'

const USAGE = `npm run backup -- <file>

  Copies the database into a new file, as it is at one moment, while the server runs. The file is a database like the
  one it was made of: to restore it, stop the server, put it in that one's place (without the -wal and -shm beside it)
  and start again. Keep auth.keyFile, too: without it second factors cannot be read.
`

/** `npm run backup`. Returns the exit code. */
export async function runBackupCommand(args: readonly string[], config: Config, io = terminal): Promise<number> {
  const [name, ...more] = args
  if (name === '--help' || name === '-h') {
    io.print(USAGE)
    return 0
  }
  const problem = await problemOf(name, more, config, io)
  if (problem === null) return 0
  io.complain(problem)
  return 1
}

/** `null`: the backup is made. */
async function problemOf(name: string | undefined, more: readonly string[], { database, auth }: Config, io: CommandIo) {
  if (name === undefined || more.length > 0 || name.startsWith('-')) return USAGE
  const file = resolve(name)
  if (isPostgresUrl(database))
    return `PostgreSQL makes its own backups, while the server runs:\n\n  ${pgDump(database, file)}`
  try {
    await backUp(database, file)
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    return error.message
  }
  io.print(`${file}: ${statSync(file).size} bytes, whole. Keep ${auth.keyFile} too: it opens second factors.`)
  return null
}

/** The line as a shell takes it. The password is asked for, or comes from ~/.pgpass: here everybody would see it. */
function pgDump(database: string, file: string): string {
  const url = new URL(database)
  url.password = ''
  return `pg_dump --format=custom --file=${quoted(file)} ${quoted(url.href)}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
