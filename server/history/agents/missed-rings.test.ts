import { CompiledQuery, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { visitsMissed } from './missed-rings'

describe.each(databases)('visits with a ring in vain, on $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it.each(['rings', 'all'])('are found without a look at all others: %s', async (what) => {
    const { kind, db } = test.database
    const missed = visitsMissed(test.database, 'support', { from: 0, to: 1 })
    const query = (what === 'all' ? missed.selectAll() : missed.select('rings')).compile()
    const explaining = kind === 'postgres' ? 'explain' : 'explain query plan'
    const { rows } = await db.transaction().execute(async (tx) => {
      // Of a few rows PostgreSQL always reads all.
      if (kind === 'postgres') await sql`set local enable_seqscan = off`.execute(tx)
      return tx.executeQuery(CompiledQuery.raw(`${explaining} ${query.sql}`, [...query.parameters]))
    })
    expect(JSON.stringify(rows)).toContain('visits_rang_in_vain')
  })
})
