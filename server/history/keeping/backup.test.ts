import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '@/server/db/open'
import { openSqlite } from '@/server/testing/databases'
import { backUp } from './backup'

const WRITER = fileURLToPath(new URL('testing/busy-writer.ts', import.meta.url))

it('is of one moment while another process writes without a pause, and does not stop it', async () => {
  const test = await openSqlite()
  const copy = join(dirname(test.where), 'copy.db')
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, test.where], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(writer, 'exit')
  try {
    const lines = createInterface({ input: writer.stdout })[Symbol.asyncIterator]()
    expect((await lines.next()).value).toBe('ready')
    await backUp(test.where, copy)
    const { pairs, rows } = await counted(copy)
    expect(pairs).toBeGreaterThanOrEqual(20_000)
    expect(rows).toBe(2 * pairs)
    // It writes on, past what the copy holds.
    for (let written = 0; written <= pairs; ) written = Number((await lines.next()).value)
    expect(writer.exitCode).toBeNull()
  } finally {
    writer.kill('SIGKILL')
    await ended
    await test.dispose()
  }
})

/** `pairs`: up to the highest number; whole pairs without a hole are twice as many rows. */
async function counted(file: string): Promise<{ pairs: number; rows: number }> {
  const { db, close } = await openDatabase(file)
  const query = sql<{ pairs: number; rows: number }>`
    select max(cast(substr(name, 2) as integer)) + 1 as pairs, count(*) as rows from settings`
  const { rows } = await query.execute(db)
  await close()
  return rows[0] ?? { pairs: 0, rows: 0 }
}
