import type { CompiledQuery, QueryResult } from 'kysely'
import type { SqliteHandle, SqliteStatement } from './driver'

/** Statements kept for the next time; more than the product has. */
const KEPT = 300

/** One open file with its prepared statements. */
export class Statements {
  private readonly prepared = new Map<string, SqliteStatement>()

  constructor(readonly handle: SqliteHandle) {}

  run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    const statement = this.statement(sql)
    if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  /** A statement of its own: one that is being read cannot be used a second time. */
  iterate<R>({ sql, parameters }: CompiledQuery): Iterable<R> {
    return this.handle.prepare(sql).iterate(...parameters) as Iterable<R>
  }

  private statement(sql: string): SqliteStatement {
    const known = this.prepared.get(sql)
    if (known) return known
    if (this.prepared.size >= KEPT) this.prepared.clear()
    const statement = this.handle.prepare(sql)
    this.prepared.set(sql, statement)
    return statement
  }
}
