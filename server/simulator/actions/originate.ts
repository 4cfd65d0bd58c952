import { hangUp } from '../pbx/channels'
import { joinConference } from '../pbx/conferences'
import { enterDialplan } from '../pbx/dialplan'
import { originateLocal, placeOfLocal } from '../pbx/local'
import { originate } from '../pbx/originate'
import type { Pbx } from '../pbx/pbx'
import { phoneOf, release } from '../pbx/phones'
import { pickUp, ringingChannel } from '../pbx/pickup'
import type { Channel } from '../pbx/records'
import { spy } from '../pbx/spying'
import { record } from '../pbx/voicemail'
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
  const local = placeOfLocal(name)
  if (!phone && !local) {
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
    application: request.get('Application'),
    data: request.get('Data'),
  }
  if (phone) originate(pbx, phone, order, next)
  else if (local) originateLocal(pbx, local, { ...order, otherChannelId: request.get('OtherChannelId') }, next)
}

/** What the phone is connected to: an application outranks an extension (main/manager.c, `action_originate`). */
function afterAnswer(context: ActionContext): ((channel: Channel) => void) | null {
  const { pbx, request } = context
  const application = request.get('Application')
  if (application) {
    const run = APPLICATIONS[application.toLowerCase()]
    if (!run) {
      refuse(context, `The application ${application} is not simulated`)
      return null
    }
    return (channel) => run(pbx, channel, request.get('Data'))
  }
  const exten = request.get('Exten')
  if (!exten) {
    refuse(context, 'Extension does not exist.')
    return null
  }
  return (channel) => enterDialplan(pbx, channel, { context: request.get('Context'), exten })
}

type Application = (pbx: Pbx, channel: Channel, data: string) => void

const firstOf = (data: string, separator: string) => data.split(separator, 1)[0] ?? ''

/** Options are read over; an argument that leads nowhere ends the call, as in Asterisk. */
const APPLICATIONS: Readonly<Record<string, Application>> = {
  chanspy: (pbx, channel, data) => spy(pbx, channel, pbx.channels.get(firstOf(data, ','))),
  confbridge: (pbx, channel, data) => void joinConference(pbx, channel, firstOf(data, ',')),
  pickupchan: (pbx, channel, data) => takeOver(pbx, channel, firstOf(data, ',')),
  pickup: (pbx, channel, data) => takeOver(pbx, channel, deviceOfExtension(pbx, firstOf(data, '@'))),
  voicemail(pbx, channel, data) {
    const address = firstOf(data, ',')
    const mailbox = pbx.mailboxes.get(address.includes('@') ? address : `${address}@default`)
    if (mailbox) record(pbx, channel, mailbox)
    else end(pbx, channel)
  },
}

function deviceOfExtension(pbx: Pbx, exten: string): string {
  return [...pbx.phones.values()].find((phone) => phone.extension === exten)?.device ?? ''
}

function takeOver(pbx: Pbx, channel: Channel, name: string): void {
  const target = ringingChannel(pbx, name)
  if (!target || target === channel || !pickUp(pbx, channel, target)) end(pbx, channel)
}

function end(pbx: Pbx, channel: Channel): void {
  const phone = phoneOf(pbx, channel)
  hangUp(pbx, channel, 0)
  release(pbx, phone, channel)
}

export const ORIGINATE_ACTIONS: readonly Action[] = [
  { name: 'Originate', synopsis: 'Originate a call.', run: originateAction },
]
