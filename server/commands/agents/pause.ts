import type { CommandOf } from '@/lib/protocol/commands'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { agentKey, agentName, type Membership, membershipsFor, queueLabel } from './agent-target'
import { checkPauseReason } from './pause-reason'

const PAUSE = { permission: 'agents.pause', own: 'own.pause' } as const

export const pauseHandler: Handler<'agent.pause'> = {
  needs: ['QueuePause'],
  plan(command, scene) {
    const memberships = membershipsFor(scene, { ...command, ...PAUSE })
    const who = agentName(memberships, command.agent)
    return {
      pbx: command.agent.pbx,
      subject: { who, queue: queueLabel(memberships), value: command.reason },
      target: who,
      key: agentKey(command.agent),
      needs: ['QueuePause'],
      async run(context) {
        const reason = checkPauseReason(command.reason, context.settings)
        // Pausing again restarts the pause and replaces its reason (app_queue.c): only what is not so yet is asked.
        const open = current(context, memberships).filter(
          ({ member }) => !member.paused || (member.pausedReason ?? '') !== reason,
        )
        if (open.length === 0) throw new CommandFailure('changed', command.reason)
        for (const { queue, member } of open)
          await context.send(pauseAction(queue.name, member.interface, true, reason))
        await context.until(({ members }) => open.every(({ member }) => members.get(member.id)?.paused))
        context.receipt.step('seen')
        await revertPause(context, command, open)
        context.receipt.done(undoOf(command, open))
      },
    }
  },
}

export const unpauseHandler: Handler<'agent.unpause'> = {
  needs: ['QueuePause'],
  plan(command, scene) {
    const memberships = membershipsFor(scene, { ...command, ...PAUSE })
    const who = agentName(memberships, command.agent)
    return {
      pbx: command.agent.pbx,
      subject: { who, queue: queueLabel(memberships), value: null },
      target: who,
      key: agentKey(command.agent),
      needs: ['QueuePause'],
      async run(context) {
        const open = current(context, memberships).filter(({ member }) => member.paused)
        if (open.length === 0) throw new CommandFailure('changed')
        for (const { queue, member } of open) await context.send(pauseAction(queue.name, member.interface, false, ''))
        await context.until(({ members }) => open.every(({ member }) => members.get(member.id)?.paused === false))
        context.receipt.step('seen')
        const [first] = open
        const reason = first?.member.pausedReason ?? null
        const { agent, queue } = command
        context.receipt.done({ type: 'agent.pause', agent, queue, reason, seconds: null })
      },
    }
  },
}

/** Any `Paused` that is not true unpauses (app_queue.c, `manager_pause_queue_member`). */
function pauseAction(queue: string, phone: string, paused: boolean, reason: string) {
  const headers = { Queue: queue, Interface: phone, Paused: paused ? 'true' : 'false' }
  return { action: 'QueuePause', headers: reason === '' ? headers : { ...headers, Reason: reason } }
}

/** The memberships as they are by now: another command may have come before. */
function current(context: RunContext, memberships: readonly Membership[]): Membership[] {
  return memberships.flatMap(({ member, queue }) => {
    const now = context.tables.members.get(member.id)
    return now ? [{ member: now, queue }] : []
  })
}

/** Taken back: who was paused before with another reason gets that one again. */
function undoOf({ agent, queue }: CommandOf<'agent.pause'>, open: readonly Membership[]) {
  const [first] = open
  if (first?.member.paused)
    return { type: 'agent.pause', agent, queue, reason: first.member.pausedReason, seconds: null } as const
  return { type: 'agent.unpause', agent, queue } as const
}

async function revertPause(
  context: RunContext,
  command: CommandOf<'agent.pause'>,
  open: readonly Membership[],
): Promise<void> {
  if (command.seconds === null) return
  const reverts = open.map(({ queue, member }) => ({
    command: { type: 'agent.unpause', agent: command.agent, queue: queue.id } as const,
    expects: { member: member.id, paused: true, pausedReason: command.reason },
  }))
  await context.revertIn(command.seconds, reverts)
}
