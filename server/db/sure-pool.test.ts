import { EventEmitter } from 'node:events'
import pg from 'pg'
import { expect, it } from 'vitest'
import { surePool } from './sure-pool'

const GIVEN_BACK = 'given back'

/** A pool of one connection whose next answers are these; `ended`: how each stay at it ended. */
function poolThatAnswers(...answers: (Error | 'done')[]) {
  const asked: string[] = []
  const ended: unknown[] = []
  const client = Object.assign(new EventEmitter(), {
    query: async (sql: string) => {
      asked.push(sql)
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return { command: 'SELECT', rowCount: 0, rows: [] }
    },
    release: (error?: Error) => void ended.push(error ?? GIVEN_BACK),
  })
  const pool = surePool({ connect: async () => client as unknown as pg.PoolClient, end: async () => {} })
  return { pool, client, asked, ended }
}

it('a connection whose statements were answered is given back', async () => {
  const { pool, ended } = poolThatAnswers('done')
  const client = await pool.connect()
  await client.query('select 1', [])
  client.release()
  expect(ended).toEqual([GIVEN_BACK])
})

it('so is one on which the database itself said what is wrong', async () => {
  const { pool, asked, ended } = poolThatAnswers(new pg.DatabaseError('no such table', 1, 'error'), 'done')
  const client = await pool.connect()
  await expect(client.query('select nothing', [])).rejects.toThrow('no such table')
  await client.query('rollback', [])
  client.release()
  expect(asked).toEqual(['select nothing', 'rollback'])
  expect(ended).toEqual([GIVEN_BACK])
})

it('one that did not answer in time is closed, and asked nothing more', async () => {
  const late = new Error('Query read timeout')
  const { pool, asked, ended } = poolThatAnswers('done', late)
  const client = await pool.connect()
  await client.query('begin', [])
  await expect(client.query('insert', [])).rejects.toThrow(late)
  await expect(client.query('rollback', [])).rejects.toThrow('given up')
  client.release()
  expect(asked).toEqual(['begin', 'insert'])
  expect(ended).toEqual([late])
})

it('one that is lost between two statements of a transaction is closed, and the process goes on', async () => {
  const { pool, client: connection, ended } = poolThatAnswers('done')
  const client = await pool.connect()
  await client.query('begin', [])
  const lost = new Error('Connection terminated unexpectedly')
  connection.emit('error', lost)
  await expect(client.query('insert', [])).rejects.toThrow('given up')
  client.release()
  expect(ended).toEqual([lost])
  expect(connection.listenerCount('error')).toBe(0)
})
