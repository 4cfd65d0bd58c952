import type { Ending } from '@/lib/domain/visit'
import type { OpenVisit } from './open-visit'

/** Whoever left the line without an agent, without having given up: pressed a key, or is announced to an agent first. */
export const ANNOUNCED_MS = 60_000
/** A lost caller whose channel lives on for so long was let go to the dialplan, or moved elsewhere. */
export const MOVED_MS = 2_000
/** AgentComplete comes with the caller's hang-up, or never. */
export const UNEXPLAINED_MS = 60_000

/** `QUEUESTATUS` (apps/app_queue.c, `queue_results`). */
const ENDING_OF_STATUS: ReadonlyMap<string, Ending> = new Map([
  ['TIMEOUT', 'timedOut'],
  ['LEAVEEMPTY', 'noAgents'],
  ['LEAVEUNAVAIL', 'noAgents'],
  ['WITHDRAW', 'withdrawn'],
])

/** How a word on `QUEUESTATUS` says that waiting ended; `null`: it says something else. Any dialplan may set any word. */
export function endingOfWord(status: string): Ending | null {
  return ENDING_OF_STATUS.get(status) ?? null
}

/** The caller's channel is gone, and nothing said why it had left the line. */
export function endingOfGone({ abandonedAt, record }: OpenVisit, requested: boolean): Ending {
  if (abandonedAt !== null) return requested ? 'hungUp' : 'lost'
  return record.leftAt === null ? 'unknown' : 'key'
}

/**
 * Did who stood at one place in the dialplan go on from there, as a queue lets go of callers? A later step of the same extension
 * says so: who is sent somewhere begins an extension anew.
 */
export function wentOn(from: string | null, to: string | null | undefined): boolean {
  if (from === null || !to) return false
  const [before, after] = [stepOf(from), stepOf(to)]
  return before.extension === after.extension && before.priority < after.priority
}

function stepOf(place: string): { extension: string; priority: number } {
  const bar = place.lastIndexOf('|')
  return { extension: place.slice(0, bar), priority: Number(place.slice(bar + 1)) }
}

/**
 * Was who waited, and was let go by no queue, cut off where they stood, by an action or because their line failed? Their last place
 * tells: it stays, or is among the steps for whoever hung up, and macros end with the call. A queue itself drops whom it
 * cannot put through to an agent.
 */
export function wasCutOff({ place, isPickedUp }: OpenVisit, last: string | undefined): boolean {
  if (isPickedUp || place === null || last === undefined) return false
  return last === place || stepOf(last).extension.endsWith('|h') || place.startsWith('macro-')
}

/** Let down by the queue, whose word is asked for: empty where it has none; `null`: it cannot be asked. */
export function endingOfStatus(status: string | null): Ending {
  if (status === '') return 'moved'
  return endingOfWord(status ?? '') ?? 'lost'
}
