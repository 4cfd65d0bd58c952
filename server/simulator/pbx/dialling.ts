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
import { HINT_CONTEXT } from './devices'
import type { Pbx } from './pbx'
import { occupy, outsideLine, phoneOf, release } from './phones'
import type { Channel, Pair, Phone } from './records'

const USER_BUSY = 17
const NO_ANSWER = 19

/** What becomes of a call to somebody, after so many ms. */
export type Fate = { how: 'answers' | 'busy' | 'noAnswer'; ms: number }

/** `caller` calls `target`; whoever hangs up first ends it for both. `talkMs`: how long they talk; `null`: until somebody ends it. */
export function call(pbx: Pbx, caller: Channel, target: Phone, fate: Fate, talkMs: number | null): Channel {
  const channel = ring(pbx, caller, target)
  const pair: Pair = { caller, channel, target, timers: [] }
  caller.role = { kind: 'pair', pair }
  caller.onHangup = () => endPair(pbx, pair, caller)
  channel.role = { kind: 'pair', pair }
  channel.onHangup = () => endPair(pbx, pair, channel)
  pair.timers.push(pbx.scheduler.after(fate.ms, () => meet(pbx, pair, fate.how, talkMs)))
  return channel
}

function meet(pbx: Pbx, pair: Pair, how: Fate['how'], talkMs: number | null): void {
  if (how !== 'answers') {
    giveUp(pbx, pair, how)
    return
  }
  answerPair(pbx, pair)
  if (talkMs !== null) pair.timers.push(pbx.scheduler.after(talkMs, () => endPair(pbx, pair, pair.caller)))
}

/** Rings at the target for the caller, and nothing more: whoever asked says what becomes of it. */
export function ring(pbx: Pbx, caller: Channel, target: Phone): Channel {
  const self = { number: target.extension, name: target.person }
  const channel = pbx.createChannel(target.device, self, { context: HINT_CONTEXT, exten: 's' }, caller.linkedid)
  Object.assign(channel, { application: 'AppDial', data: '(Outgoing Line)' })
  announce(pbx, channel, 'Down')
  Object.assign(channel, { exten: target.extension, connected: caller.caller })
  tell(pbx, 'NewConnectedLine', channel)
  tellDial(pbx, 'DialBegin', caller, channel, ['DialString', target.extension])
  caller.connected = self
  tell(pbx, 'NewConnectedLine', caller)
  setState(pbx, channel, 'Ringing')
  tellDial(pbx, 'DialState', caller, channel, ['DialStatus', 'RINGING'])
  occupy(pbx, target, channel, 'RINGING')
  return channel
}

/** Whom it rang at picks up. */
function answerPair(pbx: Pbx, { caller, channel, target }: Pair): void {
  setState(pbx, channel, 'Up')
  tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', 'ANSWER'])
  const bridge = createBridge(pbx)
  enterBridge(pbx, bridge, channel)
  enterBridge(pbx, bridge, caller)
  occupy(pbx, target, channel, 'INUSE')
  caller.onAnswered?.()
}

/** Two channels that are both up, such as one fetched from a parking slot and who fetched it. */
export function joinPair(pbx: Pbx, caller: Channel, channel: Channel): void {
  const target = phoneOf(pbx, channel) ?? outsideLine(channel.caller.number)
  const pair: Pair = { caller, channel, target, timers: [] }
  for (const one of [caller, channel]) {
    one.role = { kind: 'pair', pair }
    one.onHangup = () => endPair(pbx, pair, one)
  }
  const bridge = createBridge(pbx)
  enterBridge(pbx, bridge, channel)
  enterBridge(pbx, bridge, caller)
}

/** The other side cannot or will not: the caller hears so and is hung up. */
function giveUp(pbx: Pbx, pair: Pair, how: 'busy' | 'noAnswer'): void {
  const { caller, channel, target } = pair
  const cause = how === 'busy' ? USER_BUSY : NO_ANSWER
  tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', how === 'busy' ? 'BUSY' : 'NOANSWER'])
  hangUp(pbx, channel, cause)
  release(pbx, target, channel)
  release(pbx, phoneOf(pbx, caller), caller)
  hangUp(pbx, caller, cause)
}

/** The call ends, answered or not; `by` asked for it. */
function endPair(pbx: Pbx, pair: Pair, by: Channel): void {
  const { caller, channel, target } = pair
  const other = by === caller ? channel : caller
  const { bridge } = channel
  for (const cancel of pair.timers.splice(0)) cancel()
  requestHangup(pbx, by)
  if (!bridge) tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', by === caller ? 'CANCEL' : 'NOANSWER'])
  leaveBridge(pbx, by)
  leaveBridge(pbx, other)
  hangUp(pbx, by, 16)
  tell(pbx, 'SoftHangupRequest', other, ['Cause', 16])
  hangUp(pbx, other, 16)
  if (bridge) destroyBridge(pbx, bridge)
  release(pbx, target, channel)
  release(pbx, phoneOf(pbx, caller), caller)
}

/** Takes one side out of the call, which goes elsewhere; the other side is left as it is. */
export function partPair(pbx: Pbx, { caller, channel, timers }: Pair): void {
  const { bridge } = channel
  for (const cancel of timers.splice(0)) cancel()
  if (!bridge) tellDial(pbx, 'DialEnd', caller, channel, ['DialStatus', 'CANCEL'])
  for (const one of [caller, channel]) {
    leaveBridge(pbx, one)
    one.role = null
    one.onHangup = null
  }
  if (bridge) destroyBridge(pbx, bridge)
}
