import { sql } from 'kysely'
import { type PbxName, pbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import { visitOf } from '../visits/visit-rows'
import type { AgentBook } from './agent-book'
import { queuesOfSpans, spanQuery } from './read-spans'
import { spanOf } from './span-rows'

/** Enters into a book what is known of one PBX's agents since `since` (ms). Spans that go on are told by who follows them. */
export async function readToday(database: Database, pbx: PbxName, since: number, book: AgentBook): Promise<void> {
  const sought = {
    from: since,
    to: Number.MAX_SAFE_INTEGER,
    queues: ['', ...(await queuesOfSpans(database))],
    agent: null,
  }
  const begin = sql<number>`case when from_at > ${since} then from_at else ${since} end`
  const rows = await spanQuery(database, sought, since)
    .where('pbx', '=', pbx)
    .select(['queue', 'interface', 'state', 'reason'])
    .select([sql<string>`max(name)`.as('name'), sql<number>`sum(to_at - ${begin})`.as('ms')])
    .groupBy(['queue', 'interface', 'state', 'reason'])
    .execute()
  for (const { ms, ...row } of rows) {
    const span = spanOf({ ...row, pbx, from_at: since, to_at: since }, since)
    book.addTime({ pbx: pbxName(pbx), interface: row.interface, name: row.name, queue: row.queue }, span, Number(ms))
  }
  const visits = await database.db
    .selectFrom('visits')
    .selectAll()
    .where('left_at', '>=', since)
    .where('pbx', '=', pbx)
    .where(({ eb, or }) => or([eb('ending', '=', 'answered'), eb('rings', 'like', '%"noAnswer"%')]))
    .execute()
  for (const row of visits) {
    // Of most calls only the last ring counts, which is that of the agent.
    const rings = row.rings.includes('"noAnswer"') ? row.rings : '[]'
    book.takeVisit(visitOf({ ...row, rings }))
  }
}
