import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import type { HousePermission, QueuePermission } from '@/lib/domain/rights'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

type AgentRef = { pbx: string; interface: string }
/** One agent in one queue, as the picture has it. */
export type Membership = { member: Member; queue: Queue }

type Asked = {
  agent: AgentRef
  /** Id of the queue; `null`: every queue in which one may. */
  queue: string | null
  permission: QueuePermission
  /** What suffices for one's own phone. */
  own: HousePermission
}

/** The memberships that a command may change: those named, or all in which whoever asks has the right. */
export function membershipsFor(scene: Scene, { agent, queue, permission, own }: Asked): Membership[] {
  const found = scene
    .members(agent)
    .filter((member) => queue === null || member.queue === queue)
    .map((member) => ({ member, queue: scene.queue(member.queue) }))
  if (found.length === 0) throw new CommandFailure('gone')
  const isOwn = scene.owns(agent) && scene.may(own)
  const allowed = found.filter((one) => isOwn || scene.mayIn(permission, one.queue.name))
  scene.require(allowed.length > 0)
  return allowed
}

/** One after the other per agent, whatever the queue. */
export function agentKey({ pbx, interface: phone }: AgentRef): string {
  return `agent ${pbx} ${phone.toLowerCase()}`
}

/** What people call the agent: the member's name, which is the interface where Asterisk has none. */
export function agentName(memberships: readonly Membership[], agent: AgentRef): string {
  const named = memberships.find(({ member }) => member.name !== member.interface)
  return named?.member.name ?? agent.interface
}

/** The label of the one queue; `null` for several. */
export function queueLabel(memberships: readonly Membership[]): string | null {
  const [only, ...others] = memberships
  return only && others.length === 0 ? only.queue.label : null
}
