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
import { isBusy } from './driver'
import { SqliteThread } from './sqlite-thread'
import { Turns } from './turns'

/** How long a write waits for another process that writes (a backup, `npm run account`), ms. */
const BUSY_FOR = 2_000
const BUSY_STEP = 10

type Files = { reader: SqliteThread; writer: SqliteThread }

/**
 * Two handles on one file, each in a thread of its own: selects outside transactions never wait for those who write
 * (https://sqlite.org/wal.html), and the flow of events waits for neither, nor for the disk.
 */
export class SqliteDriver implements Driver {
  private files: Files | null = null
  private readonly turns = new Turns()

  constructor(private readonly path: string) {}

  async init(): Promise<void> {
    const writer = await SqliteThread.open(this.path)
    try {
      // FULL: a line of the audit log that was promised survives a power cut. Writes come in batches, so the syncs are few.
      await patiently(() => writer.exec('pragma journal_mode = wal'))
      await writer.exec('pragma synchronous = full; pragma foreign_keys = on')
      // What is deleted is gone from the file, too, and not only no longer found there.
      await writer.exec('pragma secure_delete = on')
      this.files = { writer, reader: await SqliteThread.open(this.path) }
    } catch (error) {
      await writer.close()
      throw error
    }
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (!this.files) throw new Error('the database is closed')
    return new SqliteConnection(this.files, this.turns)
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.end('commit')
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    await connection.end('rollback')
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
    await Promise.all([this.files?.reader.close(), this.files?.writer.close()])
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
      await patiently(() => this.files.writer.exec('begin immediate'))
      this.inTransaction = true
    } catch (error) {
      this.turns.give()
      throw error
    }
  }

  /** A commit that fails (a full disk) leaves the transaction open; Kysely then asks to roll back. */
  async end(verb: 'commit' | 'rollback'): Promise<void> {
    if (!this.inTransaction) return
    try {
      await this.files.writer.exec(verb)
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

  /** All at once: between threads there is nothing to gain by less. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

/** Tries again while another process holds the file, without standing still meanwhile. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += BUSY_STEP) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_FOR) throw error
    }
    await pause(BUSY_STEP)
  }
}
