import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'

/** Lends a database in a file of its own. */
export async function inDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-writing-'))
  const database = await openDatabase(join(folder, 'callboard.db'))
  try {
    return await use(database)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
}
