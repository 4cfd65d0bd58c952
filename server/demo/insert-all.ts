import { setImmediate as turn } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from '@/server/db/tables'

const ROWS_AT_ONCE = 200

/** Writes very many rows of the same columns, in turns that hold nobody up; the statement is put together once. */
export async function insertAll<Table extends keyof Tables>(
  db: Kysely<Tables>,
  table: Table,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  let size = 0
  let sql = ''
  for (let begin = 0; begin < rows.length; begin += ROWS_AT_ONCE) {
    const some = rows.slice(begin, begin + ROWS_AT_ONCE)
    if (size !== some.length)
      sql = db
        .insertInto(table)
        .values(some as never)
        .compile().sql
    size = some.length
    await db.executeQuery(
      CompiledQuery.raw(
        sql,
        some.flatMap((row) => columns.map((column) => row[column])),
      ),
    )
    await turn()
  }
}
