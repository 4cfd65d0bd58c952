import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { withoutNul } from './without-nul'

type Client = Pick<pg.PoolClient, 'query' | 'release' | 'on' | 'off'>
type Pool = { connect(): Promise<Client>; end(): Promise<void> }

/**
 * A pool that gives nobody a connection of which it is not known how it stands. Where the database itself says what is wrong,
 * it waits for the next statement; where nothing was heard of it in time, it may still be at work in the middle of a
 * transaction, and whoever had that connection next would write into it what is never committed.
 */
export function surePool(pool: Pool): PostgresPool {
  return {
    async connect() {
      return sureClient(await pool.connect())
    },
    end: () => pool.end(),
  }
}

function sureClient(client: Client): PostgresPoolClient {
  let unsure: Error | null = null
  const lose = (error: Error) => {
    unsure ??= error
  }
  // The pool listens to idle connections alone, and an error that nobody hears ends the process: each restart of the database.
  client.on('error', lose)
  const query = async (sql: string, parameters: readonly unknown[]) => {
    // Nor does a rollback have to wait for what is not heard of.
    if (unsure !== null) throw new Error('the connection was given up', { cause: unsure })
    try {
      return await client.query(sql, parameters.map(withoutNul))
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) lose(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }
  const release = () => {
    client.release(unsure ?? undefined)
    client.off('error', lose)
  }
  return { query: query as unknown as PostgresPoolClient['query'], release }
}
