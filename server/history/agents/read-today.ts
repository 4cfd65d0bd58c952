import { sql } from 'kysely'
import { type PbxName, pbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import { TALK } from '../reports/expressions'
import type { AgentBook } from './agent-book'
import { unanswered } from './missed-rings'
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
  await readCalls(database, pbx, since, book)
}

/** Calls alone: summed by the database, as a day may have very many; of each it is remembered that it has been counted. */
export async function readCalls({ db }: Database, pbx: PbxName, since: number, book: AgentBook): Promise<void> {
  const visits = db.selectFrom('visits').where('left_at', '>=', since).where('pbx', '=', pbx)
  const counted = visits.where('ending', 'is not', null)
  const answered = await counted
    .where('ending', '=', 'answered')
    .where('agent', 'is not', null)
    .select(['queue', 'agent', sql<string | null>`max(agent_name)`.as('name'), sql<number>`count(*)`.as('answered')])
    .select([
      sql<number>`count(talk_ended_at)`.as('talks'),
      sql<number>`coalesce(sum(${TALK}), 0)`.as('talkMs'),
      sql<number>`coalesce(sum(case when talk_ended_at is not null then held_ms end), 0)`.as('heldMs'),
    ])
    .groupBy(['queue', 'agent'])
    .execute()
  for (const { queue, agent, name, ...calls } of answered) {
    const sums = Object.entries(calls).map(([what, sum]) => [what, Number(sum)])
    book.addCalls(queue, agent ?? '', name, Object.fromEntries(sums))
  }
  const missed = await counted.where('rings', 'like', '%"noAnswer"%').select(['queue', 'rings']).execute()
  for (const { queue, rings } of missed) {
    for (const iface of unanswered(rings)) book.addCalls(queue, iface, null, { missed: 1 })
  }
  const known = await counted.select(['id', 'left_at', 'agent', 'talk_ended_at']).execute()
  for (const { id, left_at, agent, talk_ended_at } of known) {
    book.know(id, { leftAt: left_at ?? since, agent, talk: talk_ended_at !== null })
  }
}
