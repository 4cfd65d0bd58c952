import type { AgentSums } from '@/lib/protocol/agents'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

const COLUMNS = [
  ...(['interface', 'name', 'answered', 'missed', 'talks', 'talkMs', 'heldMs', 'averageHandlingMs'] as const),
  ...(['loggedInMs', 'readyMs', 'ringingMs', 'onCallMs', 'onHoldMs', 'otherCallMs', 'wrapUpMs', 'pausedMs'] as const),
  ...(['unavailableMs', 'occupancy'] as const),
]

/** Agents' sums as CSV with a column for each reason of a pause, or as JSON one on each line. */
export async function* agentSumsAsText(format: ExportFormat, agents: readonly AgentSums[]): AsyncGenerator<string> {
  const reasons = [...new Set(agents.flatMap(({ pauses }) => pauses.map(({ reason }) => reason ?? '')))].sort()
  if (format === 'csv') yield UTF8_MARK + csvLine([...COLUMNS, ...reasons.map((reason) => `pausedMs: ${reason}`)])
  for (const agent of agents) {
    if (format === 'json') yield `${JSON.stringify(agent)}\n`
    else
      yield csvLine([...COLUMNS.map((column) => cell(agent[column])), ...reasons.map((one) => pausedFor(agent, one))])
  }
}

function pausedFor({ pauses }: AgentSums, reason: string): string {
  return cell(pauses.find((pause) => (pause.reason ?? '') === reason)?.ms ?? 0)
}

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000)
  return value ?? ''
}
