import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { type CallTarget, callFor, myChannel, partyChannels, planFor } from './call-target'

/** Who hangs up a call at one's own phone lays down that phone, and the other side goes on as the dialplan says. */
export const hangUpHandler: Handler<'call.hangUp'> = {
  needs: ['Hangup'],
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.hangUp', 'own too')
    return { ...planFor(scene, target), needs: ['Hangup'], run: (context) => hangUp(context, target) }
  },
}

async function hangUp(context: RunContext, target: CallTarget): Promise<void> {
  const { door } = context
  const channels = target.mine === null ? partyChannels(door, target) : [myChannel(door, target.call, target.mine)]
  if (channels.length === 0) throw new CommandFailure('gone')
  const ends = channels.map(({ uniqueid }) =>
    context.event((event) => event.type === 'channelHungUp' && event.uniqueid === uniqueid),
  )
  for (const [index, { uniqueid }] of channels.entries()) {
    // The second side often goes with the first.
    if (index > 0 && door.channel(uniqueid) === undefined) continue
    try {
      await context.send(amiAction('Hangup', { Channel: uniqueid }))
    } catch (error) {
      if (index === 0 && door.channel(uniqueid) !== undefined) throw error
    }
  }
  await Promise.all(ends)
  context.receipt.step('seen')
}
