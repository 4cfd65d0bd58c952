import {
  announce,
  createBridge,
  destroyBridge,
  enterBridge,
  hangUp,
  leaveBridge,
  requestHangup,
  setState,
  tell,
  tellDial,
} from './channels'
import { HINT_CONTEXT, setDevice } from './devices'
import type { Pbx } from './pbx'
import type { Channel, Phone, Talk } from './records'
import { bridgeHeaders, channelHeaders } from './snapshots'
import { countTalk, freePhone, tellComplete } from './talking'

/** The agent sends the caller on (SIP REFER); returns the target's ringing channel. */
export function blindTransfer(pbx: Pbx, talk: Talk, target: Phone): Channel {
  const caller = talk.visit.channel
  for (const cancel of talk.visit.timers.splice(0)) cancel()
  pbx.emit('call', 'BlindTransfer', () => [
    ['Result', 'Success'],
    ...channelHeaders(talk.channel, 'Transferer'),
    ...channelHeaders(caller, 'Transferee'),
    ...bridgeHeaders(talk.bridge),
    ['IsExternal', 'Yes'],
    ['Context', HINT_CONTEXT],
    ['Extension', target.extension],
  ])
  countTalk(pbx, talk)
  tellComplete(pbx, talk, 'transfer')
  leaveBridge(pbx, talk.channel)
  hangUp(pbx, talk.channel, 16)
  Object.assign(caller, { context: HINT_CONTEXT, exten: target.extension, priority: 1, application: 'Dial' })
  caller.data = `${target.device},20,tTkK`
  leaveBridge(pbx, caller)
  destroyBridge(pbx, talk.bridge)
  freePhone(pbx, talk)
  return dial(pbx, caller, target)
}

function dial(pbx: Pbx, caller: Channel, target: Phone): Channel {
  const self = { number: target.extension, name: target.person }
  const channel = pbx.createChannel(target.device, self, { context: HINT_CONTEXT, exten: 's' }, caller.linkedid)
  Object.assign(channel, { application: 'AppDial', data: '(Outgoing Line)' })
  target.channel = channel
  announce(pbx, channel, 'Down')
  Object.assign(channel, { exten: target.extension, connected: caller.caller })
  tell(pbx, 'NewConnectedLine', channel)
  tellDial(pbx, 'DialBegin', caller, channel, ['DialString', target.extension])
  caller.connected = self
  tell(pbx, 'NewConnectedLine', caller)
  setState(pbx, channel, 'Ringing')
  tellDial(pbx, 'DialState', caller, channel, ['DialStatus', 'RINGING'])
  setDevice(pbx, target, 'RINGING')
  caller.role = null
  caller.onHangup = () => endDialled(pbx, caller, channel, target, caller)
  channel.onHangup = () => endDialled(pbx, caller, channel, target, channel)
  return channel
}

/** The target of a transfer picks up. */
export function answerDialled(pbx: Pbx, caller: Channel, channel: Channel, target: Phone): void {
  setState(pbx, channel, 'Up')
  tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', 'ANSWER'])
  const bridge = createBridge(pbx)
  enterBridge(pbx, bridge, channel)
  enterBridge(pbx, bridge, caller)
  setDevice(pbx, target, 'INUSE')
}

/** A transferred call ends, answered or not; `by` asked for it. */
function endDialled(pbx: Pbx, caller: Channel, channel: Channel, target: Phone, by: Channel): void {
  const other = by === caller ? channel : caller
  const { bridge } = channel
  requestHangup(pbx, by)
  if (!bridge) tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', by === caller ? 'CANCEL' : 'NOANSWER'])
  leaveBridge(pbx, by)
  leaveBridge(pbx, other)
  hangUp(pbx, by, 16)
  tell(pbx, 'SoftHangupRequest', other, ['Cause', 16])
  hangUp(pbx, other, 16)
  if (bridge) destroyBridge(pbx, bridge)
  target.channel = null
  setDevice(pbx, target, 'NOT_INUSE')
}
