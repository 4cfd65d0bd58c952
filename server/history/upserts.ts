import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from '@/server/db/types'
import { breath } from './reports/breath'

/** Rows in one statement: few sizes, so that the database knows each statement from the last time. */
const SIZES = [50, 10, 1]

/** Builds the statement that writes these rows, each in place of an earlier one of its key; all have the same columns. */
type Build<Row> = (db: Database['db'], rows: readonly Row[]) => Compilable

type Statement<Row> = { query: CompiledQuery; columns: readonly (keyof Row)[] }

/**
 * Writes rows of one table, again and again. To build and to prepare a statement for so many rows takes longer than to run
 * it, so both are done once and not for every batch.
 */
export class Upserts<Row extends object> {
  private readonly statements = new Map<string, Statement<Row>>()

  constructor(private readonly build: Build<Row>) {}

  /** All of them or none, with room in between for whatever else there is to do; within a transaction, with all else in it. */
  async write(database: Database, rows: readonly Row[]): Promise<void> {
    const parts = [...partsOf(rows)]
    if (parts.length < 2 || database.db.isTransaction) return this.writeParts(database, parts)
    await database.db.transaction().execute((db) => this.writeParts({ ...database, db }, parts))
  }

  private async writeParts(database: Database, parts: readonly (readonly Row[])[]): Promise<void> {
    for (const part of parts) {
      await database.db.executeQuery(this.statement(database, part))
      if (parts.length > 1) await breath()
    }
  }

  private statement({ kind, db }: Database, rows: readonly Row[]): CompiledQuery {
    const key = `${kind} ${rows.length}`
    const known = this.statements.get(key)
    const { query, columns } = known ?? this.built(db, rows)
    if (!known) this.statements.set(key, { query, columns })
    const parameters: unknown[] = []
    for (const row of rows) for (const column of columns) parameters.push(storable(row[column]))
    return { ...query, parameters }
  }

  private built(db: Database['db'], rows: readonly Row[]): Statement<Row> {
    return { query: this.build(db, rows).compile(), columns: Object.keys(rows[0] ?? {}) as (keyof Row)[] }
  }
}

/**
 * PostgreSQL takes no NUL in a text, which bytes that were garbled on their way may have: one name would keep all that
 * comes after it waiting.
 */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

function* partsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let from = 0
  for (const size of SIZES) {
    for (; rows.length - from >= size; from += size) yield rows.slice(from, from + size)
  }
}
