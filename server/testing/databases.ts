import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'

/** A database of a test's own. `where` opens it a second time, as another process would. */
export type TestDatabase = { database: Database; where: string; dispose(): Promise<void> }

/** Names a PostgreSQL in which tests may make databases, such as `postgres://me@127.0.0.1:5432/postgres`. */
const url = process.env.CALLBOARD_TEST_POSTGRES

/** What `describe.each` goes through: SQLite, or the PostgreSQL that is named. */
export const databases: readonly { kind: Database['kind']; open: () => Promise<TestDatabase> }[] = [
  url ? { kind: 'postgres', open: () => openPostgres(url) } : { kind: 'sqlite', open: openSqlite },
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
  const own = await databaseOfWorker(server)
  const of = own.href
  await administer(of, `create schema ${schema}`)
  own.searchParams.set('options', `-c search_path=${schema}`)
  const database = await openDatabase(own.href)
  return {
    database,
    where: own.href,
    async dispose() {
      await database.close()
      await administer(of, `drop schema ${schema} cascade`)
    },
  }
}

/** Kysely looks for its own tables in whatever schema they are, so those who work at once have a database each. */
async function databaseOfWorker(server: string): Promise<URL> {
  const name = `worker_${process.env.VITEST_POOL_ID ?? '1'}`
  const there = await administer(server, `select from pg_database where datname = '${name}'`)
  if (there === 0) await administer(server, `create database ${name}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return own
}

/** Returns how many rows it gave. */
async function administer(server: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rowCount } = await client.query(statement)
  await client.end()
  return rowCount ?? 0
}
