import { Worker } from 'node:worker_threads'
import type { CompiledQuery, QueryResult } from 'kysely'
import { withoutNul } from '../without-nul'
import { sqliteModuleName } from './driver'

/** What a thread is asked to do with its handle. */
export type Order =
  | { kind: 'open'; path: string }
  | { kind: 'exec'; sql: string }
  | { kind: 'run'; sql: string; parameters: readonly unknown[] }
  | { kind: 'close' }

type Result = QueryResult<unknown> | null
export type Answer = { result: Result } | { error: { message: string } & Record<string, unknown> }

type Waiting = { resolve(result: Result): void; reject(error: Error): void }

/** Threads without a file: to start one takes longer than to open a file, and tests open many one after the other. */
const idle: Worker[] = []
const MOST_IDLE = 4

/** One open file in a thread of its own (`thread.js`). Orders are carried out one after the other. */
export class SqliteThread {
  private readonly waiting: Waiting[] = []
  private readonly worker = idle.pop() ?? newWorker()
  private isClosed = false
  private readonly listener = (answer: Answer) => this.hear(answer)

  private constructor() {
    this.worker.on('message', this.listener)
    // Nobody hears of an error of the thread itself: it takes the process along, as it would without threads.
    this.worker.unref()
  }

  /** Rejects with SQLite's error where the file cannot be opened. */
  static async open(path: string): Promise<SqliteThread> {
    const thread = new SqliteThread()
    try {
      await thread.ask({ kind: 'open', path })
    } catch (error) {
      await thread.letGo()
      throw error
    }
    return thread
  }

  async exec(sql: string): Promise<void> {
    await this.ask({ kind: 'exec', sql })
  }

  async run<R>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<R>> {
    return (await this.ask({ kind: 'run', sql, parameters: parameters.map(withoutNul) })) as QueryResult<R>
  }

  async close(): Promise<void> {
    const closing = this.ask({ kind: 'close' })
    this.isClosed = true
    await closing
    await this.letGo()
  }

  private async letGo(): Promise<void> {
    this.isClosed = true
    this.worker.off('message', this.listener)
    // A listener that comes or goes makes the thread hold the process.
    this.worker.unref()
    if (idle.length < MOST_IDLE) idle.push(this.worker)
    else await this.worker.terminate()
  }

  private ask(order: Order): Promise<Result> {
    if (this.isClosed) return Promise.reject(new Error('the database is closed'))
    return new Promise((resolve, reject) => {
      this.worker.postMessage(order)
      this.waiting.push({ resolve, reject })
      // A process that has nothing else to do waits for an answer, but not for a thread.
      if (this.waiting.length === 1) this.worker.ref()
    })
  }

  private hear(answer: Answer): void {
    const first = this.waiting.shift()
    if (this.waiting.length === 0) this.worker.unref()
    if ('result' in answer) first?.resolve(answer.result)
    else first?.reject(Object.assign(new Error(answer.error.message), answer.error))
  }
}

function newWorker(): Worker {
  // `thread.js` lies beside this file, and beside what is built of it.
  return new Worker(new URL('./thread.js', import.meta.url), {
    workerData: { module: sqliteModuleName() },
    // Not those of this process: a loader of TypeScript would be started for nothing.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
}
