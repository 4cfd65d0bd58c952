import { type Action, type ActionContext, refuse, say } from './action'

/** To an idle phone: `pjsip:201`. Whether it is read nobody knows. */
function messageSend(context: ActionContext): void {
  const { pbx, request } = context
  const to = request.get('Destination') || request.get('To')
  if (!to) {
    refuse(context, "No 'To' address specified.")
    return
  }
  const [technology = '', name = ''] = to.split(/:(.*)/)
  if (technology.toLowerCase() !== 'pjsip') {
    refuse(context, 'Message technology not found.')
    return
  }
  const endpoint = pbx.endpoints.get(`PJSIP/${name.replace(/^sip:|@.*$/g, '')}`)
  if (endpoint && endpoint.reach !== 'Unreachable') say(context, 'Message successfully sent')
  else refuse(context, 'Message failed to send.')
}

/** To a phone in a call. */
function sendText(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Channel')
  if (!name) refuse(context, 'No channel specified')
  else if (!request.get('Message')) refuse(context, 'No Message specified')
  else if (pbx.findChannel(name)) say(context, 'Success')
  else refuse(context, 'No such channel')
}

export const TEXT_ACTIONS: readonly Action[] = [
  { name: 'MessageSend', synopsis: 'Send an out of call message to an endpoint.', run: messageSend },
  { name: 'SendText', synopsis: 'Sends a text message to channel.', run: sendText },
]
