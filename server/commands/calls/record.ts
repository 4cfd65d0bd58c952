import type { CommandOf } from '@/lib/protocol/commands'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction } from '@/server/ami/types'
import type { Channel } from '@/server/store/reducers/tables'
import type { Handler } from '../handler'
import { recordingFile } from '../recording-file'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { type CallTarget, callFor, channelOf, planFor } from './call-target'

type How = CommandOf<'call.record'>['how']

const NEEDS = ['MixMonitor|Monitor']

/** By MixMonitor, or on old versions by Monitor, which tells of no silence. */
export const recordHandler: Handler<'call.record'> = {
  needs: NEEDS,
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.record', 'own too')
    return {
      ...planFor(scene, target, command.how),
      needs: NEEDS,
      run: (context) => record(context, target, command.how),
    }
  },
}

async function record(context: RunContext, target: CallTarget, how: How): Promise<void> {
  const channel = channelFor(context, target, how)
  const seen = context.event((event) => {
    switch (event.type) {
      case 'recordingStarted':
        return how === 'start' && event.uniqueid === channel.uniqueid
      case 'recordingStopped':
        return how === 'stop' && event.uniqueid === channel.uniqueid
      case 'recordingMuted':
        return event.uniqueid === channel.uniqueid && event.muted === (how === 'mute')
      default:
        return false
    }
  })
  const action = actionFor(context, channel, how)
  if (how === 'start') context.notes.file = String(action.headers?.File ?? '')
  await context.send(action)
  await seen
  context.receipt.step('seen')
}

/** A recording goes on where it began; it begins at who calls, whose channel outlives a transfer. */
function channelFor({ door }: RunContext, target: CallTarget, how: How): Channel {
  const recorded = target.call.channels
    .map((uniqueid) => door.channel(uniqueid))
    .find((channel) => channel !== undefined && channel.recording !== null)
  if (how === 'start') {
    if (recorded) throw new CommandFailure('changed', 'recorded')
    return channelOf(door, target, 'from')
  }
  // Begun before we looked, it is at either side: who calls is the better guess.
  return recorded ?? channelOf(door, target, 'from')
}

function actionFor(context: RunContext, { name, uniqueid }: Channel, how: How): AmiAction {
  const { door } = context
  const Channel = name
  const mix = { start: 'MixMonitor', stop: 'StopMixMonitor', mute: 'MixMonitorMute', unmute: 'MixMonitorMute' }[how]
  if (door.offers(mix)) {
    if (how === 'start') return amiAction('MixMonitor', { Channel, File: recordingFile(context, uniqueid) })
    if (how === 'stop') return amiAction('StopMixMonitor', { Channel })
    return amiAction('MixMonitorMute', { Channel, Direction: 'both', State: how === 'mute' ? '1' : '0' })
  }
  const old = { start: 'Monitor', stop: 'StopMonitor', mute: null, unmute: null }[how]
  if (old === null || !door.offers(old)) throw new CommandFailure('unsupported', mix)
  if (how === 'stop') return amiAction('StopMonitor', { Channel })
  const File = recordingFile(context, uniqueid).replace(/\.\w+$/, '')
  return amiAction('Monitor', { Channel, File, Mix: true })
}
