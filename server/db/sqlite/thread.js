// @ts-check
import { parentPort, workerData } from 'node:worker_threads'

/**
 * One handle on a SQLite file, in a thread of its own: what the disk takes (a commit waits for it) and what SQLite
 * computes holds up nobody but who asked. Answers in the order it was asked. Plain JavaScript, so that the same file is run
 * from source and built.
 *
 * @typedef {import('./driver').SqliteHandle} Handle
 * @typedef {import('./driver').SqliteStatement} Statement
 * @typedef {import('./sqlite-thread').Order} Order
 * @typedef {import('./sqlite-thread').Answer} Answer
 */

/** Statements kept for the next time; more than the product has. */
const KEPT = 300

/** Loaded here and not where it is used: a thread that cannot load it ends, and the process with it. */
const { DatabaseSync } = await import(workerData.module)
/** @type {Handle | null} */
let handle = null
/** @type {Map<string, Statement>} */
const prepared = new Map()

parentPort?.on('message', (/** @type {Order} */ order) => {
  parentPort?.postMessage(answerTo(order))
})

/**
 * @param {Order} order
 * @returns {Answer}
 */
function answerTo(order) {
  try {
    return { result: obey(order) }
  } catch (error) {
    return { error: wordsOf(error) }
  }
}

/** @param {Order} order */
function obey(order) {
  if (order.kind === 'open') {
    // Never waits for a lock by itself: whoever asked decides how long.
    handle = new DatabaseSync(order.path, { timeout: 0 })
    return null
  }
  if (!handle) throw new Error('the database is closed')
  if (order.kind === 'run') return run(handle, order.sql, order.parameters)
  if (order.kind === 'exec') handle.exec(order.sql)
  else {
    prepared.clear()
    handle.close()
    handle = null
  }
  return null
}

/**
 * @param {Handle} open
 * @param {string} sql
 * @param {readonly unknown[]} parameters
 */
function run(open, sql, parameters) {
  const statement = statementOf(open, sql)
  if (statement.columns().length > 0) return { rows: statement.all(...parameters) }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

/**
 * @param {Handle} open
 * @param {string} sql
 */
function statementOf(open, sql) {
  const known = prepared.get(sql)
  if (known) return known
  if (prepared.size >= KEPT) prepared.clear()
  const statement = open.prepare(sql)
  prepared.set(sql, statement)
  return statement
}

/**
 * Between threads an error keeps its message only.
 *
 * @param {unknown} error
 */
function wordsOf(error) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, code, errcode, errstr } = /** @type {Error & Record<string, unknown>} */ (error)
  return { message, ...{ code, errcode, errstr } }
}
