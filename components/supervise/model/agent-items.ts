import type { MemberState } from '@/lib/domain/member'
import type { AgentRow } from './agent-row'
import { type Grouping, STATES } from './desk-view'

/** What the agents' list shows, one below the other. */
export type AgentItem =
  | { kind: 'head'; key: string; queue: string | null; state: MemberState | null; count: number }
  /** `key`: one agent stands in several groups of queues. */
  | { kind: 'row'; key: string; id: string }

/** `queues`: the ids of the queues shown, in their order. */
export function agentItems(rows: readonly AgentRow[], by: Grouping, queues: readonly string[]): AgentItem[] {
  switch (by) {
    case 'none':
      return rows.map(({ id }) => ({ kind: 'row', key: id, id }))
    case 'state':
      return STATES.flatMap((state) =>
        group(
          { key: state, queue: null, state },
          rows.filter((row) => row.state === state),
        ),
      )
    case 'queue':
      return queues.flatMap((queue) =>
        group(
          { key: queue, queue, state: null },
          rows.filter(({ agent }) => agent.members.some((member) => member.queue === queue)),
        ),
      )
  }
}

type Head = { key: string; queue: string | null; state: MemberState | null }

function group(head: Head, rows: readonly AgentRow[]): AgentItem[] {
  if (rows.length === 0) return []
  const items = rows.map(({ id }): AgentItem => ({ kind: 'row', key: `${head.key}\n${id}`, id }))
  return [{ kind: 'head', ...head, count: rows.length }, ...items]
}

/** `before` when it shows the same. */
export function sameAgentItems(fresh: readonly AgentItem[], before: readonly AgentItem[]): readonly AgentItem[] {
  const same =
    fresh.length === before.length &&
    fresh.every((item, i) => {
      const other = before[i]
      if (other?.key !== item.key || other.kind !== item.kind) return false
      return item.kind === 'row' || (other.kind === 'head' && other.count === item.count)
    })
  return same ? before : fresh
}
