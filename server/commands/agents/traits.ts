import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler, Plan } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import { agentKey, agentName, type Membership } from './agent-target'

export const penaltyHandler: Handler<'agent.penalty'> = {
  needs: ['QueuePenalty'],
  plan(command, scene) {
    const one = membershipOf(scene, command)
    return {
      ...planFor(command.agent, one, String(command.penalty)),
      needs: ['QueuePenalty'],
      async run(context) {
        const before = now(context, one).penalty
        if (before === command.penalty) throw new CommandFailure('changed', String(before))
        const { agent, queue, penalty } = command
        const headers = { Queue: one.queue.name, Interface: one.member.interface, Penalty: penalty }
        await context.send(amiAction('QueuePenalty', headers))
        await context.until(({ members }) => members.get(one.member.id)?.penalty === penalty)
        context.receipt.step('seen')
        const undo = { type: 'agent.penalty', agent, queue, penalty: before, seconds: null } as const
        if (command.seconds !== null)
          await context.revertIn(command.seconds, [{ command: undo, expects: { member: one.member.id, penalty } }])
        context.receipt.done(undo)
      },
    }
  },
}

export const ringInUseHandler: Handler<'agent.ringInUse'> = {
  needs: ['QueueMemberRingInUse'],
  plan(command, scene) {
    const one = membershipOf(scene, command)
    return {
      ...planFor(command.agent, one, String(command.ringInUse)),
      needs: ['QueueMemberRingInUse'],
      async run(context) {
        const { agent, queue, ringInUse } = command
        if (now(context, one).ringInUse === ringInUse) throw new CommandFailure('changed', String(ringInUse))
        const headers = { Queue: one.queue.name, Interface: one.member.interface, RingInUse: ringInUse }
        await context.send(amiAction('QueueMemberRingInUse', headers))
        await context.until(({ members }) => members.get(one.member.id)?.ringInUse === ringInUse)
        context.receipt.step('seen')
        const undo = { type: 'agent.ringInUse', agent, queue, ringInUse: !ringInUse, seconds: null } as const
        if (command.seconds !== null)
          await context.revertIn(command.seconds, [{ command: undo, expects: { member: one.member.id, ringInUse } }])
        context.receipt.done(undo)
      },
    }
  },
}

type TraitCommand = { agent: { pbx: string; interface: string }; queue: string }

/** Penalty and ring-in-use are the supervisors': an agent would else pick the easy calls. */
function membershipOf(scene: Scene, { agent, queue }: TraitCommand): Membership {
  const [found] = scene.members(agent).filter((member) => member.queue === queue)
  if (!found) throw new CommandFailure('gone')
  const one = { member: found, queue: scene.queue(queue) }
  scene.require(scene.mayIn('agents.penalty', one.queue.name))
  return one
}

function planFor(
  agent: TraitCommand['agent'],
  one: Membership,
  value: string,
): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  const who = agentName([one], agent)
  return { pbx: agent.pbx, subject: { who, queue: one.queue.label, value }, target: who, key: agentKey(agent) }
}

/** The member as it is by now. */
function now(context: RunContext, { member }: Membership) {
  const current = context.tables.members.get(member.id)
  if (!current) throw new CommandFailure('gone')
  return current
}
