import type { Families, Family } from '@/lib/domain/live-state'
import { Table } from './table'

/** The public families of one PBX, as its session keeps them. */
export type SourceTables = { readonly [F in Family]: Table<Families[F]> }

export function emptySourceTables(): SourceTables {
  return {
    queues: new Table(),
    members: new Table(),
    callers: new Table(),
    calls: new Table(),
    extensions: new Table(),
    devices: new Table(),
    trends: new Table(),
  }
}
