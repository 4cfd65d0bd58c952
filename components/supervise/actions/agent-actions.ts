import { viewerMay } from '@/components/session/viewer'
import type { Member } from '@/lib/domain/member'
import type { QueuePermission } from '@/lib/domain/rights'
import type { CommandType } from '@/lib/protocol/commands'
import { unreachable } from '@/lib/unreachable'
import type { AgentRow } from '../model/agent-row'
import { not, type Situation, type WhyNot, whyNotAtAll, whyNotPossible } from './why-not'

export const AGENT_ACTIONS = ['pause', 'unpause', 'add', 'remove', 'penalty', 'ringInUse'] as const
export type AgentAction = (typeof AGENT_ACTIONS)[number]

/** Asterisk's name of a queue by its id; `null`: none that one sees. */
type NameOf = (queue: string) => string | null

const COMMANDS: Readonly<Record<AgentAction, { type: CommandType; permission: QueuePermission }>> = {
  pause: { type: 'agent.pause', permission: 'agents.pause' },
  unpause: { type: 'agent.unpause', permission: 'agents.pause' },
  add: { type: 'agent.add', permission: 'agents.membership' },
  remove: { type: 'agent.remove', permission: 'agents.membership' },
  penalty: { type: 'agent.penalty', permission: 'agents.penalty' },
  ringInUse: { type: 'agent.ringInUse', permission: 'agents.penalty' },
}

/** Why this cannot be done to an agent in the queue with this id; `null` for `queue`: in every queue where one may. */
export function whyNotAgent(
  action: AgentAction,
  row: AgentRow,
  queue: string | null,
  nameOf: NameOf,
  at: Situation,
): WhyNot | null {
  const { type, permission } = COMMANDS[action]
  if (queue === null) return whyNotInAll(action, row, nameOf, at)
  const refused = whyNotAtAll(type, permission, nameOf(queue), at)
  return (
    refused ??
    whyNotInState(
      action,
      row.agent.members.find((member) => member.queue === queue),
    )
  )
}

/** In all queues it can be done when it can be done in one of those in which one may. */
function whyNotInAll(action: AgentAction, { agent }: AgentRow, nameOf: NameOf, at: Situation): WhyNot | null {
  const { viewer } = at
  const { type, permission } = COMMANDS[action]
  const allowed = agent.members.filter(({ queue }) => viewerMay(viewer, permission, nameOf(queue)))
  if (allowed.length === 0) return not('refusedByRights')
  const impossible = whyNotPossible(type, at)
  if (impossible) return impossible
  const obstacles = allowed.map((member) => whyNotInState(action, member))
  return obstacles.includes(null) ? null : (obstacles[0] ?? null)
}

function whyNotInState(action: AgentAction, member: Member | undefined): WhyNot | null {
  if (action === 'add') return member ? not('alreadyMember') : null
  if (!member) return not('notMember')
  switch (action) {
    case 'pause':
      // Another reason, or a pause in the queues that are left, is a pause again; the PBX takes it.
      return member.paused ? not('alreadyPaused') : null
    case 'unpause':
      return member.paused ? null : not('notPaused')
    case 'remove':
      return member.membership === 'static' ? not('staticMember') : null
    case 'penalty':
    case 'ringInUse':
      return null
    default:
      return unreachable(action)
  }
}
