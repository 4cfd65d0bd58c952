import { cancelConsultation, consult } from '../pbx/consulting'
import { detach, partnerOf } from '../pbx/detach'
import { HINT_CONTEXT } from '../pbx/devices'
import type { Place } from '../pbx/dialplan'
import { deviceOf } from '../pbx/lines'
import { freeSlot, LOT, park } from '../pbx/parking'
import type { Pbx } from '../pbx/pbx'
import type { Channel } from '../pbx/records'
import { redirect } from '../pbx/redirect'
import { bridgeHeaders, channelHeaders } from '../pbx/snapshots'
import { type Action, type ActionContext, channelNamed, refuse, say, succeed } from './action'
import { setPresenceVariable } from './presence'

function hangup(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Channel')
  if (!name) {
    refuse(context, 'No channel specified')
    return
  }
  const channel = pbx.findChannel(name)
  if (!channel) {
    refuse(context, 'No such channel')
    return
  }
  say(context, 'Channel Hungup')
  channel.onHangup?.()
}

/** Where an action sends somebody; refuses and gives `null` when a part is missing. */
function placeOf(context: ActionContext, names: readonly string[]): Place | null {
  const { request } = context
  for (const needed of names) {
    if (!request.get(needed)) {
      refuse(context, `${needed} not specified`)
      return null
    }
  }
  return { context: request.get('Context'), exten: request.get('Exten') }
}

function redirectAction(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Channel')
  if (!name) {
    refuse(context, 'Channel not specified')
    return
  }
  const place = placeOf(context, ['Context', 'Exten', 'Priority'])
  if (!place) return
  const channel = pbx.findChannel(name)
  if (!channel) {
    refuse(context, `Channel does not exist: ${name}`)
    return
  }
  const extraName = request.get('ExtraChannel')
  const extra = extraName ? (pbx.findChannel(extraName) ?? null) : null
  if (extraName && !extra) {
    refuse(context, `Extra channel does not exist: ${extraName}`)
    return
  }
  say(context, extra ? 'Dual Redirect successful' : 'Redirect successful')
  redirect(pbx, channel, place, extra)
}

/** The named channel sends its partner on and leaves. */
function blindTransferAction(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const place = placeOf(context, ['Exten'])
  if (!place) return
  const partner = partnerOf(channel)
  if (!partner || !channel.bridge) {
    refuse(context, 'Failed to transfer call; channel is not bridged')
    return
  }
  const { bridge } = channel
  pbx.emit('call', 'BlindTransfer', () => [
    ['Result', 'Success'],
    ...channelHeaders(channel, 'Transferer'),
    ...channelHeaders(partner, 'Transferee'),
    ...bridgeHeaders(bridge),
    ['IsExternal', 'Yes'],
    ['Context', place.context || HINT_CONTEXT],
    ['Extension', request.get('Exten')],
  ])
  say(context, 'Transfer succeeded')
  redirect(pbx, partner, { context: place.context || HINT_CONTEXT, exten: place.exten })
}

/** Ends the channel by itself in so many seconds; as in Asterisk, 0 is none. */
function absoluteTimeout(context: ActionContext): void {
  const { request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const seconds = Number.parseInt(request.get('Timeout'), 10) || 0
  if (seconds <= 0) {
    refuse(context, 'No timeout specified')
    return
  }
  limit(context.pbx, channel, seconds)
  say(context, 'Timeout Set')
}

function limit(pbx: Pbx, channel: Channel, seconds: number): void {
  limits.get(channel)?.undo()
  limits.delete(channel)
  if (seconds <= 0) return
  const undo = pbx.scheduler.after(seconds * 1000, () => channel.onHangup?.())
  limits.set(channel, { endsAt: pbx.now() + seconds * 1000, undo })
  channel.onGone.add(undo)
}

function atxfer(context: ActionContext): void {
  const { pbx } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const place = placeOf(context, ['Exten'])
  if (!place) return
  const phone = [...pbx.phones.values()].find((one) => one.extension === place.exten)
  say(context, 'Atxfer successfully queued')
  // Success says nothing: who cannot be asked is not, and the call goes on.
  if (partnerOf(channel) && phone && !phone.channel) consult(pbx, channel, phone)
}

function cancelAtxfer(context: ActionContext): void {
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  say(context, 'CancelAtxfer successfully queued')
  cancelConsultation(context.pbx, channel)
}

const limits = new WeakMap<Channel, { endsAt: number; undo: () => void }>()

/** The only variable of a simulated channel. */
const LIMIT = 'TIMEOUT(absolute)'

function getvar(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const ends = limits.get(channel)?.endsAt
  const left = ends === undefined ? '0' : ((ends - pbx.now()) / 1000).toFixed(3)
  const isLimit = request.get('Variable') === LIMIT
  succeed(context, ['Variable', request.get('Variable')], ['Value', isLimit ? left : ''])
}

function setvar(context: ActionContext): void {
  const { pbx, request } = context
  if (setPresenceVariable(context)) return
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  if (request.get('Variable') !== LIMIT) {
    refuse(context, `The variable ${request.get('Variable')} is not simulated`)
    return
  }
  limit(pbx, channel, Number.parseInt(request.get('Value'), 10) || 0)
  say(context, 'Variable Set')
}

function parkAction(context: ActionContext): void {
  const { pbx, request } = context
  const channel = channelNamed(context, 'Channel')
  if (!channel) return
  const lot = request.get('Parkinglot')
  const slot = lot === '' || lot === LOT.name ? freeSlot(pbx, request.get('ParkingSpace')) : null
  if (slot === null || !partnerOf(channel)) {
    refuse(context, 'Park action failed\n')
    return
  }
  const milliseconds = Number.parseInt(request.get('Timeout'), 10)
  say(context, 'Park successful\n')
  const by = pbx.findChannel(request.get('TimeoutChannel'))
  detach(pbx, channel)
  park(pbx, channel, {
    slot,
    ...(milliseconds > 0 && { timeoutSeconds: Math.round(milliseconds / 1000) }),
    ...(by && { parker: deviceOf(by) }),
  })
}

export const CHANNEL_ACTIONS: readonly Action[] = [
  { name: 'AbsoluteTimeout', synopsis: 'Set absolute timeout.', run: absoluteTimeout },
  { name: 'Atxfer', synopsis: 'Attended transfer.', run: atxfer },
  { name: 'BlindTransfer', synopsis: 'Blind transfer channel(s) to the given destination', run: blindTransferAction },
  { name: 'Getvar', synopsis: 'Gets a channel variable or function value.', run: getvar },
  { name: 'CancelAtxfer', synopsis: 'Cancel an attended transfer.', run: cancelAtxfer },
  { name: 'Hangup', synopsis: 'Hangup channel.', run: hangup },
  { name: 'Park', synopsis: 'Park a channel.', run: parkAction },
  { name: 'Redirect', synopsis: 'Redirect (transfer) a call.', run: redirectAction },
  { name: 'Setvar', synopsis: 'Sets a channel variable or function value.', run: setvar },
]
