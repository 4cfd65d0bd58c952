import type { z } from 'zod'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Phone, previousSchema } from '@/lib/protocol/viewer'
import type { Database } from '@/server/db/types'
import { numberKey } from './number-key'
import type { RecentRow } from './recent-rows'

export type Previous = z.infer<typeof previousSchema>
type RecentKind = 'all' | 'missed' | 'out'
export type StoredCall = RecentRow & { id: number }

/** What is remembered of calls that ended. */
export class History {
  constructor(private readonly database: Database) {}

  /** Visits of a number before, however it is written. */
  async previous(pbx: string, number: string): Promise<Previous> {
    const key = numberKey(number)
    if (key === null) return { count: 0, last: null }
    const visits = this.database.db
      .selectFrom('recent_calls')
      .where('number_key', '=', key)
      .where('pbx', '=', pbx)
      .where('direction', '=', 'in')
    const [counted, last] = await Promise.all([
      visits.select(({ fn }) => fn.count<number>('uniqueid').distinct().as('count')).executeTakeFirst(),
      // Of a visit at which several phones rang, who answered counts.
      visits
        .selectAll()
        .orderBy('started_at', 'desc')
        .orderBy('talk_ms', (order) => order.desc().nullsLast())
        .executeTakeFirst(),
    ])
    if (last === undefined) return { count: 0, last: null }
    const { started_at: at, queue, agent, outcome } = last
    return { count: Number(counted?.count ?? 0), last: { at, queue, agent, outcome } }
  }

  /** Calls at these phones, the newest first. */
  async recent(phones: readonly Phone[], kind: RecentKind, limit: number): Promise<StoredCall[]> {
    if (phones.length === 0) return []
    let calls = this.atPhones(phones)
    if (kind === 'missed') calls = calls.where('direction', '=', 'in').where('outcome', '!=', 'answered')
    if (kind === 'out') calls = calls.where('direction', '=', 'out')
    return calls.orderBy('ended_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  }

  /** Calls at these phones since a moment (ms). */
  async since(phones: readonly Phone[], since: number): Promise<StoredCall[]> {
    if (phones.length === 0) return []
    return this.atPhones(phones).where('ended_at', '>=', since).execute()
  }

  private atPhones(phones: readonly Phone[]) {
    return this.database.db
      .selectFrom('recent_calls')
      .selectAll()
      .where(({ and, eb, or }) =>
        or(
          phones.map((phone) =>
            and([eb('agent', '=', endpointOfInterface(phone.interface)), eb('pbx', '=', phone.pbx)]),
          ),
        ),
      )
  }
}
