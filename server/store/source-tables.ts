import { type Families, type Family, familiesOf } from '@/lib/domain/live-state'
import { Table } from './table'

/** The public families of one PBX, as its session keeps them. */
export type SourceTables = { readonly [F in Family]: Table<Families[F]> }

export function emptySourceTables(): SourceTables {
  return familiesOf(() => new Table()) as SourceTables
}
