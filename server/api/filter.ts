import { z } from '@hono/zod-openapi'
import type { Families, Family } from '@/lib/domain/live-state'
import { splitNames } from '@/lib/protocol/name-list'
import type { ReadTables } from '@/server/store/types'

const names = z.string().min(1).transform(splitNames)

/** Parameters of every list; an unknown one is refused, so that a misspelt filter does not give everything. */
export const filterSchema = z.strictObject({
  queue: names.optional().describe('Names of queues in Asterisk, separated by commas'),
  pbx: names.optional().describe('Names of PBXs, separated by commas'),
})
export type Filter = z.infer<typeof filterSchema>

type Filtered = Exclude<Family, 'devices' | 'trends'>

/** The records of a family that pass the filter, sorted by id. */
export function filterRecords<F extends Filtered>(tables: ReadTables, family: F, filter: Filter): Families[F][] {
  const queues = filter.queue && queueIds(tables, new Set(filter.queue))
  const records: Families[F][] = [...tables[family].values()]
  return records
    .filter((record) => filter.pbx === undefined || filter.pbx.includes(record.pbx))
    .filter((record) => queues === undefined || queues.has(queueOf(family, record)))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

function queueIds(tables: ReadTables, wanted: ReadonlySet<string>): ReadonlySet<string | null> {
  const queues = [...tables.queues.values()].filter((queue) => wanted.has(queue.name))
  return new Set(queues.map((queue) => queue.id))
}

function queueOf(family: Filtered, record: Families[Filtered]): string | null {
  if (family === 'queues' || family === 'kpis') return record.id
  return 'queue' in record ? record.queue : null
}
