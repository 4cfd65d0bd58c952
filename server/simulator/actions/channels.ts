import { canRedirect, redirect } from '../pbx/redirect'
import { type Action, type ActionContext, refuse, say } from './action'

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

function redirectAction(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Channel')
  if (!name) {
    refuse(context, 'Channel not specified')
    return
  }
  for (const needed of ['Context', 'Exten', 'Priority']) {
    if (!request.get(needed)) {
      refuse(context, `${needed} not specified`)
      return
    }
  }
  if (request.get('ExtraChannel')) {
    refuse(context, 'ExtraChannel is not simulated')
    return
  }
  const channel = pbx.findChannel(name)
  if (!channel) {
    refuse(context, `Channel does not exist: ${name}`)
    return
  }
  if (!canRedirect(channel)) {
    refuse(context, 'Redirect of this channel is not simulated')
    return
  }
  say(context, 'Redirect successful')
  redirect(pbx, channel, { context: request.get('Context'), exten: request.get('Exten') })
}

export const CHANNEL_ACTIONS: readonly Action[] = [
  { name: 'Hangup', synopsis: 'Hangup channel.', run: hangup },
  { name: 'Redirect', synopsis: 'Redirect (transfer) a call.', run: redirectAction },
]
