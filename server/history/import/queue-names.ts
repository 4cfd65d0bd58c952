import type { PbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import { queuesOfVisits } from '../reports/queues-known'

/**
 * How each queue is written. Asterisk finds queues without case; its log has entries and what ends a wait as the dialplan
 * writes the name, and rings, answers and ends of talks as queues.conf does (apps/app_queue.c, `queue_exec` and `try_calling`).
 */
export class QueueNames {
  private readonly spellings = new Map<string, string>()

  /** The first spelling of each counts. */
  constructor(known: Iterable<string>) {
    for (const name of known) this.of(name)
  }

  /** As it was written first. */
  of(name: string): string {
    const key = withoutCase(name)
    const known = this.spellings.get(key)
    if (known === undefined) this.spellings.set(key, name)
    return known ?? name
  }
}

/** As queues of one PBX are told live, which is as queues.conf has them; else as they are remembered. */
export async function readQueueNames(database: Database, pbx: PbxName): Promise<QueueNames> {
  const live = await database.db.selectFrom('queue_counters').where('pbx', '=', pbx).select('queue').execute()
  return new QueueNames([...live.map(({ queue }) => queue), ...(await queuesOfVisits(database))])
}

/** As strcasecmp does it: other letters than those of ASCII are told apart. */
function withoutCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
