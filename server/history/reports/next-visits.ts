import type { Database } from '@/server/db/types'

/** The queue and id of the visit that followed each of these, of the same caller; one question, however many there are. */
export async function nextVisits(
  { db }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; queue: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('visits')
    .select(['id', 'queue', 'previous'])
    .where('previous', 'in', [...ids])
    .orderBy('entered_at', 'desc')
    .execute()
  // Of several the earliest is told last, and stays.
  return new Map(rows.map(({ id, queue, previous }) => [previous ?? '', { id, queue }]))
}
