import { enterDialplan } from '../pbx/dialplan'
import { originate } from '../pbx/originate'
import type { Channel } from '../pbx/records'
import { spy } from '../pbx/spying'
import { type Action, type ActionContext, isTrue, refuse, say } from './action'

const RING_MS = 30_000

/** Only asynchronously: a synchronous one would hold this session's answers until somebody picked up. */
function originateAction(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Channel')
  if (!name) {
    refuse(context, 'Channel not specified')
    return
  }
  if (!isTrue(request.get('Async'))) {
    refuse(context, 'A synchronous Originate is not simulated')
    return
  }
  const phone = pbx.phones.get(name)
  if (!phone) {
    refuse(context, 'Invalid channel')
    return
  }
  const next = afterAnswer(context)
  if (!next) return
  say(context, 'Originate successfully queued')
  const order = {
    actionId: request.actionId,
    channelId: request.get('ChannelId'),
    timeoutMs: Number.parseInt(request.get('Timeout'), 10) || RING_MS,
    context: request.get('Context'),
    exten: request.get('Exten'),
  }
  originate(pbx, phone, order, next)
}

/** What the phone is connected to: an application outranks an extension (main/manager.c, `action_originate`). */
function afterAnswer(context: ActionContext): ((channel: Channel) => void) | null {
  const { pbx, request } = context
  const application = request.get('Application')
  if (application === 'ChanSpy') {
    const [spied = ''] = request.get('Data').split(',')
    return (channel) => spy(pbx, channel, pbx.channels.get(spied))
  }
  if (application) {
    refuse(context, `The application ${application} is not simulated`)
    return null
  }
  const exten = request.get('Exten')
  if (!exten) {
    refuse(context, 'Extension does not exist.')
    return null
  }
  return (channel) => enterDialplan(pbx, channel, { context: request.get('Context'), exten })
}

export const ORIGINATE_ACTIONS: readonly Action[] = [
  { name: 'Originate', synopsis: 'Originate a call.', run: originateAction },
]
