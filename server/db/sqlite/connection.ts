import { setTimeout as pause } from 'node:timers/promises'
import {
  type CompiledQuery,
  createQueryId,
  type DatabaseConnection,
  type Driver,
  type QueryCompiler,
  type QueryResult,
  RawNode,
  SelectQueryNode,
} from 'kysely'
import { isBusy, openHandle } from './driver'
import { Statements } from './statements'
import { Turns } from './turns'

/** How long a write waits for another process that writes (a backup, `npm run account`), ms. */
const BUSY_FOR = 2_000
const BUSY_STEP = 10

type Files = { reader: Statements; writer: Statements }

/** Two handles on one file: selects outside transactions never wait for those who write (https://sqlite.org/wal.html). */
export class SqliteDriver implements Driver {
  private files: Files | null = null
  private readonly turns = new Turns()

  constructor(private readonly path: string) {}

  async init(): Promise<void> {
    const writer = new Statements(await openHandle(this.path))
    // FULL: a line of the audit log that was promised survives a power cut. Writes come in batches, so the syncs are few.
    await patiently(() => writer.handle.exec('pragma journal_mode = wal'))
    writer.handle.exec('pragma synchronous = full; pragma foreign_keys = on')
    // What is deleted is gone from the file, too, and not only no longer found there.
    writer.handle.exec('pragma secure_delete = on')
    this.files = { writer, reader: new Statements(await openHandle(this.path)) }
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (!this.files) throw new Error('the database is closed')
    return new SqliteConnection(this.files, this.turns)
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    connection.end('commit')
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.end('rollback')
  }

  async savepoint(connection: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await connection.executeQuery(savepointQuery('savepoint', name, compile))
  }

  async rollbackToSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(savepointQuery('rollback to', name, compile))
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(savepointQuery('release', name, compile))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.turns.take()
    this.files?.reader.handle.close()
    this.files?.writer.handle.close()
    this.files = null
    this.turns.give()
  }
}

function savepointQuery(verb: string, name: string, compile: QueryCompiler['compileQuery']): CompiledQuery {
  return compile(RawNode.createWithSql(`${verb} "${name.replaceAll('"', '""')}"`), createQueryId())
}

class SqliteConnection implements DatabaseConnection {
  private inTransaction = false

  constructor(
    private readonly files: Files,
    private readonly turns: Turns,
  ) {}

  async begin(): Promise<void> {
    await this.turns.take()
    try {
      // Immediate: a transaction that begins reading cannot become a writing one after somebody else wrote.
      await patiently(() => this.files.writer.handle.exec('begin immediate'))
      this.inTransaction = true
    } catch (error) {
      this.turns.give()
      throw error
    }
  }

  /** A commit that fails (a full disk) leaves the transaction open; Kysely then asks to roll back. */
  end(verb: 'commit' | 'rollback'): void {
    if (!this.inTransaction) return
    try {
      this.files.writer.handle.exec(verb)
    } catch (error) {
      // SQLite rolls back by itself after some errors, and then there is nothing left to roll back.
      if (verb === 'commit') throw error
    }
    this.inTransaction = false
    this.turns.give()
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { reader, writer } = this.files
    if (this.inTransaction) return writer.run<R>(query)
    if (SelectQueryNode.is(query.query)) return patiently(() => reader.run<R>(query))
    await this.turns.take()
    try {
      return await patiently(() => writer.run<R>(query))
    } finally {
      this.turns.give()
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const file = this.inTransaction ? this.files.writer : this.files.reader
    for (const row of file.iterate<R>(query)) yield { rows: [row] }
  }
}

/** Tries again while another process holds the file, without standing still meanwhile. */
async function patiently<T>(attempt: () => T): Promise<T> {
  for (let waited = 0; ; waited += BUSY_STEP) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_FOR) throw error
    }
    await pause(BUSY_STEP)
  }
}
