import type { Participant } from '@/lib/domain/conference'
import type { Command, CommandOf } from '@/lib/protocol/commands'
import type { Handler, Plan } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import { participantFor, planForParticipant } from './conference-target'

type Asked = CommandOf<'conference.mute' | 'conference.unmute' | 'conference.kick'>

export const muteHandler: Handler<'conference.mute'> = {
  needs: ['ConfbridgeMute'],
  plan: (command, scene) => planWith(command, scene, 'ConfbridgeMute', (context, now) => mute(context, now, true)),
}

export const unmuteHandler: Handler<'conference.unmute'> = {
  needs: ['ConfbridgeUnmute'],
  plan: (command, scene) => planWith(command, scene, 'ConfbridgeUnmute', (context, now) => mute(context, now, false)),
}

/** Out of the conference; the dialplan decides what becomes of the call. */
export const kickHandler: Handler<'conference.kick'> = {
  needs: ['ConfbridgeKick'],
  plan: (command, scene) =>
    planWith(command, scene, 'ConfbridgeKick', async (context, { id }) => {
      await act(context, 'ConfbridgeKick', id)
      await context.until(({ participants }) => participants.get(id) === undefined)
      return null
    }),
}

function planWith(
  command: Asked,
  scene: Scene,
  action: string,
  /** Resolves with what takes it back. */
  run: (context: RunContext, now: Participant) => Promise<Command | null>,
): Plan {
  const seated = participantFor(scene, command.participant)
  return {
    ...planForParticipant(scene, seated),
    needs: [action],
    async run(context) {
      const undo = await run(context, stillThere(context, seated.participant.id))
      context.receipt.step('seen')
      context.receipt.done(undo)
    },
  }
}

async function mute(context: RunContext, { id, muted }: Participant, wanted: boolean): Promise<Command> {
  if (muted === wanted) throw new CommandFailure('changed', wanted ? 'muted' : 'notMuted')
  await act(context, wanted ? 'ConfbridgeMute' : 'ConfbridgeUnmute', id)
  await context.until(({ participants }) => participants.get(id)?.muted === wanted)
  return { type: wanted ? 'conference.unmute' : 'conference.mute', participant: id }
}

async function act(context: RunContext, action: string, id: string): Promise<void> {
  const { conference, channel } = stillThere(context, id)
  const room = context.tables.conferences.get(conference)
  // `all` and its kin would be everybody (apps/app_confbridge.c, `action_mute_unmute_helper`).
  if (!room || !channel.includes('/')) throw new CommandFailure('gone')
  await context.send({ action, headers: { Conference: room.name, Channel: channel } })
}

function stillThere({ tables }: RunContext, id: string): Participant {
  const now = tables.participants.get(id)
  if (!now) throw new CommandFailure('gone')
  return now
}
