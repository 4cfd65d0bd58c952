import type { Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { createAudit } from '@/server/audit/audit'
import type { Database } from '@/server/db/types'
import { rowOf } from '@/server/history/visits/visit-rows'
import { silentLog } from '@/server/socket/testing/wallboard'
import { FixedClock } from '@/server/testing/fixed-clock'
import { LostBook } from '../lost-book'
import { type Doer, LostDesk } from '../lost-desk'

export const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const
export const DAYS = 7
export const CLAIM_MS = 30 * 60_000

type HouseOptions = { prefix?: string; at?: number; ways?(number: string): readonly string[] }

/**
 * Lost callers over a database, at a fixed time; `prefix` is what the house dials before a number, `ways` how else it is dialled.
 */
export function lostHouse(database: Database, { prefix = '', at, ways = (number) => [number] }: HouseOptions = {}) {
  const clock = new FixedClock(at)
  const book = new LostBook({
    ...{ database, clock, log: silentLog, days: DAYS, claimMs: CLAIM_MS, rulesOf: () => RULES },
    dialled: (number) => ways(prefix + number),
    memberName: (_pbx, endpoint) => (endpoint === 'pjsip/101' ? 'Ana' : null),
    written: async () => {},
  })
  const desk = new LostDesk({ book, database, audit: createAudit({ database, clock }), clock })
  return {
    ...{ clock, book, desk },
    /** As the recorder does: written down, and told. */
    async tell(...visits: Visit[]) {
      await keep(database, ...visits)
      for (const visit of visits) book.visited(visit)
    },
    /** A second passes, and what it brought is looked up. */
    async pass(ms = 1000) {
      clock.advance(ms)
      return book.all()
    },
  }
}

/** Writes visits down, the last word on each. */
export async function keep({ db }: Database, ...visits: Visit[]): Promise<void> {
  for (const row of visits.map(rowOf)) {
    await db.deleteFrom('visits').where('id', '=', row.id).execute()
    await db.insertInto('visits').values(row).execute()
  }
}

export function aDoer(name: string): Doer {
  return {
    actor: { accountId: `id of ${name}`, name: name.toLowerCase(), origin: { address: '192.0.2.1', via: 'page' } },
    displayName: name,
  }
}
