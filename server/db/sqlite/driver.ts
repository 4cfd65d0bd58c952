/** What we use of `node:sqlite`; `@photostructure/sqlite` is the same for Nodes that have none, or one without `columns()`. */
export interface SqliteHandle {
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}
export interface SqliteStatement {
  all(...parameters: unknown[]): unknown[]
  run(...parameters: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  /** Empty: the statement returns no rows. */
  columns(): unknown[]
}
type SqliteOptions = { timeout: number; readOnly?: boolean }
type SqliteModule = {
  DatabaseSync: new (path: string, options: SqliteOptions) => SqliteHandle
  StatementSync?: { prototype: object }
}

/** Opens a SQLite file in this thread, for commands and tests: here it never waits for a lock. */
export async function openHandle(path: string): Promise<SqliteHandle> {
  const { DatabaseSync } = (await import(sqliteModuleName())) as SqliteModule
  return new DatabaseSync(path, { timeout: 0 })
}

/** The module that has SQLite here. */
export function sqliteModuleName(): 'node:sqlite' | '@photostructure/sqlite' {
  const own = process.getBuiltinModule?.('node:sqlite') as SqliteModule | undefined
  // `columns()` came with 22.16 and 23.11; without it nobody knows whether a statement gives rows.
  const isWhole = own?.StatementSync && 'columns' in own.StatementSync.prototype
  return isWhole ? 'node:sqlite' : '@photostructure/sqlite'
}

/** SQLite's extended result code (https://sqlite.org/rescode.html); `null`: no error of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}

/** Somebody else is writing: SQLITE_BUSY and SQLITE_LOCKED with their relatives. */
export function isBusy(error: unknown): boolean {
  const primary = (sqliteCode(error) ?? 0) & 0xff
  return primary === 5 || primary === 6
}
