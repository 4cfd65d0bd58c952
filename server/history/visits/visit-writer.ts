import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { BatchWriter } from '../batch-writer'
import type { WriterState } from '../writer-state'
import { rowOf, type VisitRow } from './visit-rows'

type WriterOptions = { database: Database; clock: Clock; log: Pick<Log, 'warn' | 'info'>; maxWaiting?: number }

/** Keeps visits in the database, the last word on each, without blocking who tells of one. */
export class VisitWriter {
  private readonly batches: BatchWriter<VisitRow>

  constructor({ database, ...options }: WriterOptions) {
    this.batches = new BatchWriter({ what: 'visits', upsert: (rows) => upsert(database, rows), ...options })
  }

  get state(): WriterState {
    return this.batches.state
  }

  put(visit: Visit): void {
    this.batches.put(visit.id, rowOf(visit))
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    return this.batches.write()
  }

  close(): Promise<void> {
    return this.batches.close()
  }
}

async function upsert({ db }: Database, rows: readonly VisitRow[]): Promise<void> {
  await db
    .insertInto('visits')
    .values([...rows])
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => excluded(ref)))
    .execute()
}

const CHANGING = [
  ...['rings', 'left_at', 'ending', 'agent', 'agent_name', 'agent_channel', 'answered_at', 'talk_ended_at', 'held_ms'],
  ...['ended_by', 'transferred_to', 'is_partly_unseen', 'is_open', 'priority', 'name', 'number', 'number_key'],
  ...['uniqueid', 'previous'],
] as const

function excluded(ref: (name: never) => unknown): Record<string, unknown> {
  return Object.fromEntries(CHANGING.map((column) => [column, ref(`excluded.${column}` as never)]))
}
