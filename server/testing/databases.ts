import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'

/** A database of a test's own. `where` opens it a second time, as another process would. */
export type TestDatabase = { database: Database; where: string; dispose(): Promise<void> }

/** Names a PostgreSQL in which tests may make schemas, such as `postgres://me@127.0.0.1:5432/callboard`. */
const url = process.env.CALLBOARD_TEST_POSTGRES

/** What `describe.each` goes through: SQLite always, PostgreSQL where one is named. */
export const databases: readonly { kind: Database['kind']; open: () => Promise<TestDatabase> }[] = [
  { kind: 'sqlite', open: openSqlite },
  ...(url ? [{ kind: 'postgres' as const, open: () => openPostgres(url) }] : []),
]

/** A fresh SQLite file. */
export async function openSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-db-'))
  const where = join(folder, 'callboard.db')
  const database = await openDatabase(where)
  return {
    database,
    where,
    async dispose() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh schema. */
async function openPostgres(server: string): Promise<TestDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create schema ${schema}`)
  const own = new URL(server)
  own.searchParams.set('options', `-c search_path=${schema}`)
  const database = await openDatabase(own.href)
  return {
    database,
    where: own.href,
    async dispose() {
      await database.close()
      await administer(server, `drop schema ${schema} cascade`)
    },
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
