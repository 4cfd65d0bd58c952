import { tell } from '../pbx/channels'
import type { Channel } from '../pbx/records'
import { type Action, type ActionContext, channelNamed, refuse, succeed } from './action'

/** Ids of the recordings of a channel that go on. */
const recordings = new WeakMap<Channel, string[]>()

function mixMonitor(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  if (!request.get('File')) {
    refuse(context, 'No file specified')
    return
  }
  const id = `0x${pbx.random.integer(0x1000_0000, 0x7fff_ffff).toString(16)}`
  recordings.set(channel, [...(recordings.get(channel) ?? []), id])
  tell(pbx, 'MixMonitorStart', channel)
  succeed(context, ['Message', 'Success'], ['MixMonitorID', id])
}

function stopMixMonitor(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const going = recordings.get(channel) ?? []
  const id = request.get('MixMonitorID')
  const left = id ? going.filter((one) => one !== id) : going.slice(1)
  if (left.length === going.length) {
    refuse(context, 'Could not stop monitoring channel')
    return
  }
  recordings.set(channel, left)
  tell(pbx, 'MixMonitorStop', channel)
  succeed(context, ['Message', 'MixMonitor stopped'])
}

function mixMonitorMute(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  if ((recordings.get(channel) ?? []).length === 0) {
    refuse(context, 'Cannot set mute flag')
    return
  }
  const direction = request.get('Direction') || 'both'
  tell(pbx, 'MixMonitorMute', channel, ['Direction', direction], ['State', request.get('State') === '1' ? 1 : 0])
  succeed(context)
}

export const RECORDING_ACTIONS: readonly Action[] = [
  { name: 'MixMonitor', synopsis: 'Record a call and mix the audio during the recording.', run: mixMonitor },
  { name: 'MixMonitorMute', synopsis: 'Mute / unMute a Mixmonitor recording.', run: mixMonitorMute },
  { name: 'StopMixMonitor', synopsis: 'Stop recording a call through MixMonitor.', run: stopMixMonitor },
]
