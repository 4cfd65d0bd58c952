import { pbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import { readLogLine } from '@/server/history/import/log-line'
import { LogVisits } from '@/server/history/import/log-visits'

/**
 * The visits that Asterisk's own log tells of, in the order of their ends; whoever was cut off by its end is `unknown`.
 * `isOver`: nobody is there any more, so what has no end by now will have none: Asterisk logs no COMPLETE for a talk out of
 * which somebody was taken who was transferred by the next agent.
 */
export function visitsOfLog(text: string, isOver = false): Visit[] {
  const visits: Visit[] = []
  const log = new LogVisits(pbxName('pbx'), (visit) => visits.push(visit))
  let at = 0
  for (const line of text.split('\n').map(readLogLine)) {
    if (line?.event === 'QUEUESTART') log.end(line.at)
    else if (line) log.take(line)
    at = line?.at ?? at
  }
  if (isOver) log.end(at)
  return visits
}
