import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openHandle } from '@/server/db/sqlite/driver'

/** SQLite's own name for a file that is whole. */
const WHOLE = 'ok'

/** No backup was made, and nothing was overwritten; the message says why. */
export class BackupError extends Error {}

/**
 * Copies a SQLite database into a new file as it was at one moment, while others read and write it
 * (https://sqlite.org/lang_vacuum.html#vacuuminto). The file has its name only once it is whole, checked and on the disk;
 * nobody else on the machine reads it. Rejects with a `BackupError`.
 */
export async function backUp(database: string, file: string): Promise<void> {
  if (!existsSync(database)) throw new BackupError(`There is no database ${database} yet.`)
  if (existsSync(file)) throw new BackupError(`${file} is there already; nothing is overwritten.`)
  if (!existsSync(dirname(file))) throw new BackupError(`No backup was made: there is no folder ${dirname(file)}.`)
  const part = `${file}.part`
  makeEmpty(part)
  try {
    await copyInto(database, part)
    await check(part)
    // SQLite leaves it to the system when such a copy reaches the disk.
    sync(part)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw new BackupError(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** SQLite takes an empty file for one that it may write; this one is ours alone, and nobody else's to read. */
function makeEmpty(part: string): void {
  try {
    closeSync(openSync(part, 'wx', 0o600))
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    const hint = 'another backup into it is under way, or one was interrupted: then delete it'
    if (isThere) throw new BackupError(`${part} is there: ${hint}.`)
    throw new BackupError(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function copyInto(database: string, part: string): Promise<void> {
  const handle = await openHandle(database)
  try {
    // In a process of its own it may wait.
    handle.exec('pragma busy_timeout = 10000')
    handle.prepare('vacuum into ?').run(part)
  } finally {
    handle.close()
  }
}

async function check(part: string): Promise<void> {
  const handle = await openHandle(part)
  try {
    const [found] = handle.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[]
    if (found?.integrity_check !== WHOLE) throw new Error(`the copy is damaged: ${found?.integrity_check}`)
  } finally {
    handle.close()
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
