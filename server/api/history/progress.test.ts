import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Database } from '@/server/db/types'
import { rowOf } from '@/server/history/visits/visit-rows'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { DAY, historyApi } from './testing/history-api'

const DAY_MS = 86_400_000
const YEAR = `from=${DAY - 365 * DAY_MS}&to=${DAY}`

describe.each(databases)('a long answer, on $kind', ({ open }) => {
  let test: TestDatabase
  let server: Server | null = null
  beforeEach(async () => {
    test = await open()
    const { db } = test.database
    const visits = [300, 200, 100].map((days) => rowOf(aVisit({ enteredAt: DAY - days * DAY_MS })))
    await db.insertInto('visits').values(visits).execute()
  })
  afterEach(async () => {
    server?.close()
    server?.closeAllConnections()
    await test.dispose()
  })

  it.each(['reports', 'explain', 'agents/sums', 'distributions'])(
    'of %s tells how far it is, and ends with what it would be at once',
    async (what) => {
      const query = `${what}?${YEAR}${what === 'explain' ? '&figure=offered' : ''}`
      const api = historyApi(test.database)
      const answer = await api.request(`/api/v1/${query}&progress=1`)
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
      const lines = (await answer.text()).trim().split('\n')
      const told = lines.map((line) => JSON.parse(line))
      const done = told.slice(0, -1).map((line) => line.done)
      expect(done.length).toBeGreaterThan(3)
      expect(done).toEqual([...done].sort((a, b) => a - b))
      expect(told.at(-1)).toEqual({ answer: await (await api.request(`/api/v1/${query}`)).json() })
    },
  )

  it.each(['reports?progress=1', 'reports?', 'explain?figure=lost&progress=1', 'explain?figure=lost&'])(
    'is not read on once whoever asked for it has gone: %s',
    async (what) => {
      const watched = readsOf(test.database)
      server = createServer(getRequestListener(historyApi(watched.database).fetch, { overrideGlobalObjects: false }))
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const closed = once(server, 'connection').then(
        ([socket]) => new Promise((resolve) => socket.on('close', resolve)),
      )
      const { port } = server.address() as AddressInfo
      const going = new AbortController()
      const asked = fetch(`http://127.0.0.1:${port}/api/v1/${what}&${YEAR}`, { signal: going.signal })
        .then((answer) => answer.text())
        .catch(() => 'gone')
      await watched.reads(2)
      going.abort()
      expect(await asked).toBe('gone')
      await closed
      await watched.letGo()
      expect(watched.count()).toBe(2)
    },
  )
})

/** A database of which each piece of sums after the first waits to be let go. */
function readsOf(database: Database) {
  let reads = 0
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const waiting: { after: number; resolve: () => void }[] = []
  const plugin = {
    transformQuery: ({ node }: { node: never }) => node,
    async transformResult({ result }: { result: { rows: object[] } }) {
      if (!result.rows.some((row) => 'talkMs' in row)) return result
      reads += 1
      for (const { after, resolve } of waiting) if (reads >= after) resolve()
      if (reads > 1) await gate
      return result
    },
  }
  return {
    database: { ...database, db: database.db.withPlugin(plugin as never) },
    count: () => reads,
    reads: (after: number) => new Promise<void>((resolve) => waiting.push({ after, resolve })),
    async letGo() {
      go()
      // Whatever would still be read is under way after as many turns of the loop as a read takes.
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
