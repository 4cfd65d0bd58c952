import type { Agent } from '@/lib/domain/agent'
import type { Call } from '@/lib/domain/call'
import { endpointOfChannel, endpointOfInterface } from '@/lib/domain/endpoint'
import { agentIdOf } from './agent-row'
import type { AgentOfCall } from './call-row'
import type { Side } from './parties'

type CallAt = { call: Call; side: Side }

/** Finds the call at a phone in one look, however many calls there are. */
export class CallsByAgent {
  private readonly byPhone = new Map<string, CallAt>()

  constructor(calls: Iterable<Call>) {
    for (const call of calls) {
      if (call.state === 'waiting') continue
      if (call.agent !== null) this.note(call, endpointOfInterface(call.agent), 'to')
      if (call.from.channel !== null) this.note(call, endpointOfChannel(call.from.channel), 'from')
      if (call.to?.channel) this.note(call, endpointOfChannel(call.to.channel), 'to')
    }
  }

  of(agent: Agent): CallAt | undefined {
    const phones = [agent.interface, ...agent.members.map(({ stateInterface }) => stateInterface)]
    for (const phone of phones) {
      const found = this.byPhone.get(keyOf(agent.pbx, endpointOfInterface(phone)))
      if (found) return found
    }
    return undefined
  }

  /** Call id → its agent; of two agents who talk to each other, the one whom the queue connected or who was called. */
  agentsOf(agents: readonly Agent[]): ReadonlyMap<string, AgentOfCall> {
    const found = new Map<string, AgentOfCall>()
    for (const agent of agents) {
      const at = this.of(agent)
      if (at && (at.side === 'to' || !found.has(at.call.id))) {
        found.set(at.call.id, { id: agentIdOf(agent), agent, side: at.side })
      }
    }
    return found
  }

  /** A phone with two calls shows the one that is talked in. */
  private note(call: Call, endpoint: string, side: Side): void {
    const key = keyOf(call.pbx, endpoint)
    const known = this.byPhone.get(key)
    if (!known || (known.call.state !== 'talking' && call.state === 'talking')) this.byPhone.set(key, { call, side })
  }
}

function keyOf(pbx: string, endpoint: string): string {
  return `${pbx}|${endpoint}`
}
