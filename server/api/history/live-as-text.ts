import type { QueueId } from '@/lib/domain/ids'
import { isOfAgents, isOfCallers } from '@/lib/domain/live-figure'
import { memberStateAt } from '@/lib/domain/member'
import type { LiveExplanation } from '@/lib/protocol/live-explanation'
import type { HistoryDeps } from './deps'
import type { ExportFormat } from './export'
import { type Row, rowsAsText } from './rows-as-text'
import { momentText, secondsUntil } from './time-text'

/** The records behind a figure of this moment, one a line, each with the moment at which it was so; times in UTC, waits in seconds. */
export function liveAsText(
  format: ExportFormat,
  told: LiveExplanation,
  { queues }: Pick<HistoryDeps['tables'], 'queues'>,
): AsyncGenerator<string> {
  const { columns, rows } = tableOf(told, (id) => {
    const queue = queues.get(id)
    return { queue: queue?.name ?? '', queueLabel: queue?.label ?? '' }
  })
  return rowsAsText(format, columns, rows)
}

const CALLER = ['at', 'queue', 'queueLabel', 'position', 'priority', 'number', 'name', 'joinedAt', 'waitSeconds', 'pbx']
const MEMBER = ['at', 'queue', 'queueLabel', 'name', 'interface', 'state', 'reason', 'since', 'seconds', 'pbx']
const AGENT = ['at', 'name', 'interface', 'state', 'reason', 'since', 'seconds', 'queues', 'pbx']

type QueueOf = (id: QueueId) => { queue: string; queueLabel: string }

function tableOf(told: LiveExplanation, queueOf: QueueOf): { columns: readonly string[]; rows: readonly Row[] } {
  const { now, figure } = told
  const at = momentText(now)
  if (isOfAgents(figure)) {
    const rows = told.agents.map(({ since, queues, ...one }) => ({
      ...{ at, ...one, queues: queues.join(' '), since: momentText(since), seconds: secondsUntil(now, since) },
    }))
    return { columns: AGENT, rows }
  }
  if (isOfCallers(figure)) {
    const rows = told.callers.map(({ queue, joinedAt, position, priority, number, name, pbx }) => ({
      ...{ at, ...queueOf(queue), position, priority, number, name },
      ...{ joinedAt: momentText(joinedAt), waitSeconds: secondsUntil(now, joinedAt), pbx },
    }))
    return { columns: CALLER, rows }
  }
  const rows = told.members.map((member) => {
    const { state, since } = memberStateAt(member, now)
    return {
      ...{ at, ...queueOf(member.queue), name: member.name, interface: member.interface, state },
      reason: state === 'paused' ? member.pausedReason : null,
      ...{ since: momentText(since), seconds: secondsUntil(now, since), pbx: member.pbx },
    }
  })
  return { columns: MEMBER, rows }
}
