import { pbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import { readLogLine } from '@/server/history/import/log-line'
import { LogVisits } from '@/server/history/import/log-visits'

/** The visits that Asterisk's own log tells of, in the order of their ends; whoever was cut off by its end is `unknown`. */
export function visitsOfLog(text: string): Visit[] {
  const visits: Visit[] = []
  const log = new LogVisits(pbxName('pbx'), (visit) => visits.push(visit))
  for (const line of text.split('\n').map(readLogLine)) {
    if (line?.event === 'QUEUESTART') log.end(line.at)
    else if (line) log.take(line)
  }
  return visits
}
