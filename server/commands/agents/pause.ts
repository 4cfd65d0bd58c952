import type { Member } from '@/lib/domain/member'
import type { CommandOf } from '@/lib/protocol/commands'
import { amiAction } from '@/server/ami/catalogue/action'
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
        const open = current(context, memberships).filter(({ member }) => !isPaused(member, reason))
        if (open.length === 0) throw new CommandFailure('changed', command.reason)
        for (const { queue, member } of open)
          await context.send(pauseAction(queue.name, member.interface, true, reason))
        await context.until(({ members }) => open.every(({ member }) => isPaused(members.get(member.id), reason)))
        context.receipt.step('seen')
        await revertPause(context, command, open, reason)
        context.receipt.done(undoOf(command, memberships, open))
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
        context.receipt.done(pausedAgain(command, memberships, open))
      },
    }
  },
}

/** Any `Paused` that is not true unpauses (app_queue.c, `manager_pause_queue_member`). */
function pauseAction(queue: string, phone: string, paused: boolean, reason: string) {
  const headers = { Queue: queue, Interface: phone, Paused: paused, Reason: reason === '' ? undefined : reason }
  return amiAction('QueuePause', headers)
}

/** The memberships as they are by now: another command may have come before. */
function current(context: RunContext, memberships: readonly Membership[]): Membership[] {
  return memberships.flatMap(({ member, queue }) => {
    const now = context.tables.members.get(member.id)
    return now ? [{ member: now, queue }] : []
  })
}

function isPaused(member: Member | undefined, reason: string): boolean {
  return member?.paused === true && (member.pausedReason ?? '') === reason
}

/** The queue that an undo must name to change no more than was changed; `undefined`: no one command does that. */
function queueToUndo(asked: string | null, all: readonly Membership[], open: readonly Membership[]) {
  const [only, ...others] = open
  if (only && others.length === 0) return only.member.queue
  return open.length === all.length ? asked : undefined
}

/** Who was paused before for another reason gets that one again. */
function undoOf({ agent, queue: asked }: CommandOf<'agent.pause'>, all: readonly Membership[], open: Membership[]) {
  const queue = queueToUndo(asked, all, open)
  if (queue === undefined) return null
  if (open.every(({ member }) => !member.paused)) return { type: 'agent.unpause', agent, queue } as const
  return sameReasonAgain(agent, queue, open)
}

function pausedAgain(
  { agent, queue: asked }: CommandOf<'agent.unpause'>,
  all: readonly Membership[],
  open: Membership[],
) {
  const queue = queueToUndo(asked, all, open)
  return queue === undefined ? null : sameReasonAgain(agent, queue, open)
}

function sameReasonAgain(agent: CommandOf<'agent.pause'>['agent'], queue: string | null, open: readonly Membership[]) {
  const [reason, ...others] = new Set(open.map(({ member }) => (member.paused ? member.pausedReason : undefined)))
  if (reason === undefined || others.length > 0) return null
  return { type: 'agent.pause', agent, queue, reason, seconds: null } as const
}

async function revertPause(
  context: RunContext,
  command: CommandOf<'agent.pause'>,
  open: readonly Membership[],
  reason: string,
): Promise<void> {
  if (command.seconds === null) return
  const reverts = open.map(({ queue, member }) => ({
    command: { type: 'agent.unpause', agent: command.agent, queue: queue.id } as const,
    expects: { member: member.id, paused: true, pausedReason: reason === '' ? null : reason },
  }))
  await context.revertIn(command.seconds, reverts)
}
