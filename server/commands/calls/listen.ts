import type { QueuePermission } from '@/lib/domain/rights'
import type { CommandOf } from '@/lib/protocol/commands'
import { unreachable } from '@/lib/unreachable'
import { ringPhone } from '../dial/ring-phone'
import { variablesFor } from '../dial/variables'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { type CallTarget, callFor, channelOf, planFor } from './call-target'

type Mode = CommandOf<'call.listen'>['mode']

const PERMISSION = {
  listen: 'calls.listen',
  whisper: 'calls.whisper',
  barge: 'calls.barge',
} as const satisfies Record<Mode, QueuePermission>

/** One's own phone rings, then hears one side's channel and no other. */
export const listenHandler: Handler<'call.listen'> = {
  needs: ['Originate', 'Hangup'],
  plan(command, scene) {
    const target = callFor(scene, command.call, PERMISSION[command.mode], 'by right')
    const phone = scene.ownPhone(target.call.pbx, command.phone)
    return {
      ...planFor(scene, target, command.mode),
      needs: ['Originate', 'Hangup'],
      run: (context) => listen(context, target, command, phone.interface),
    }
  },
}

async function listen(
  context: RunContext,
  target: CallTarget,
  { mode, party }: CommandOf<'call.listen'>,
  phone: string,
): Promise<void> {
  const spied = channelOf(context.door, target, party)
  const { dial } = context.settings
  Object.assign(context.notes, { mode, phone, channel: spied.name })
  context.notes.seconds = await ringPhone(context, {
    interface: phone,
    ringSeconds: dial.ringSeconds,
    leadsTo: { Application: 'ChanSpy', Data: `${spied.name},${optionsFor(mode)}` },
    unconnected: 'gone',
    cancelWhileConnected: true,
    connectedBy: (event, uniqueid) => event.type === 'spyStarted' && event.uniqueid === uniqueid,
    variables: variablesFor({
      rules: { ...dial, callerId: null },
      interface: phone,
      number: spied.caller.number ?? '',
      name: spied.caller.name,
      asteriskVersion: context.door.asteriskVersion,
    }),
  })
}

/**
 * apps/app_chanspy.c: q no beep, u the exact channel, E ends with it, S ends when there is none. Without `u` every channel whose
 * name begins alike would be heard.
 */
function optionsFor(mode: Mode): string {
  switch (mode) {
    case 'listen':
      return 'quES'
    case 'whisper':
      return 'quESw'
    case 'barge':
      return 'quESB'
    default:
      return unreachable(mode)
  }
}
