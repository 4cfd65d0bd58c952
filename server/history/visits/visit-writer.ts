import { sql } from 'kysely'
import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { BatchWriter } from '../batch-writer'
import { Upserts } from '../upserts'
import type { WriterState } from '../writer-state'
import { rowOf, type VisitRow } from './visit-rows'

type WriterOptions = { database: Database; clock: Clock; log: Pick<Log, 'warn' | 'info'>; maxWaiting?: number }

/** Keeps visits in the database, the last word on each, without blocking who tells of one. */
export class VisitWriter {
  private readonly batches: BatchWriter<Visit>

  constructor({ database, ...options }: WriterOptions) {
    this.batches = new BatchWriter({ what: 'visits', upsert: (visits) => upsertVisits(database, visits), ...options })
  }

  get state(): WriterState {
    return this.batches.state
  }

  put(visit: Visit): void {
    this.batches.put(visit.id, visit)
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    return this.batches.write()
  }

  close(): Promise<void> {
    return this.batches.close()
  }
}

/** Writes visits down, each in place of an earlier word on it. */
export function upsertVisits(database: Database, visits: readonly Visit[]): Promise<void> {
  return UPSERTS.write(database, visits.map(rowOf))
}

const UPSERTS = new Upserts<VisitRow>((db, rows) =>
  db
    .insertInto('visits')
    .values([...rows])
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => excluded(ref))),
)

const CHANGING = [
  ...['rings', 'left_at', 'ending', 'agent', 'agent_name', 'agent_channel', 'answered_at', 'talk_ended_at', 'held_ms'],
  ...['ended_by', 'transferred_to', 'is_partly_unseen', 'is_open', 'priority', 'uniqueid', 'previous', 'wrap_up_ms'],
] as const
const WHO = ['name', 'number', 'number_key'] as const

/** What is over may have been forgotten since, and a word on its end or wrap-up brings nobody's number back. */
const IS_NOBODY = sql`visits.is_open = 0 and visits.number is null and visits.name is null`

function excluded(ref: (name: never) => unknown): Record<string, unknown> {
  return Object.fromEntries([
    ...CHANGING.map((column) => [column, ref(`excluded.${column}` as never)]),
    ...WHO.map((column) => [column, sql`case when not (${IS_NOBODY}) then ${sql.ref(`excluded.${column}`)} end`]),
  ])
}
