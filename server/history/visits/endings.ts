import type { Ending } from '@/lib/domain/visit'
import type { OpenVisit } from './open-visit'

/** `QUEUESTATUS` (apps/app_queue.c, `queue_results`). */
export const ENDING_OF_STATUS: Readonly<Record<string, Ending>> = {
  TIMEOUT: 'timedOut',
  LEAVEEMPTY: 'noAgents',
  LEAVEUNAVAIL: 'noAgents',
  WITHDRAW: 'withdrawn',
}

/** The caller's channel is gone, and nothing said why it had left the line. */
export function endingOfGone({ abandonedAt, record }: OpenVisit, requested: boolean): Ending {
  if (abandonedAt !== null) return requested ? 'hungUp' : 'lost'
  return record.leftAt === null ? 'unknown' : 'key'
}

/** Let down by the queue, whose word is asked for: empty where it has none; `null`: it cannot be asked. */
export function endingOfStatus(status: string | null): Ending {
  if (status === '') return 'moved'
  return ENDING_OF_STATUS[status ?? ''] ?? 'lost'
}
