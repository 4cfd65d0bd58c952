import { endpointOfInterface, endpointsOfHint, sameInterface } from '@/lib/domain/endpoint'
import type { CommandOf } from '@/lib/protocol/commands'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction } from '@/server/ami/types'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

const NEEDS = ['MessageSend|SendText']
const PHONE = /^(PJSIP|SIP)\/([\w.+-]+)$/i

/** Asterisk does not tell whether the phone took the text, so nothing is said of it but that it was sent. */
export const textHandler: Handler<'phone.text'> = {
  needs: NEEDS,
  plan(command, scene) {
    scene.require(scene.may('dial'))
    const { pbx, endpoint } = command
    if (!isPhone(scene, pbx, endpoint)) throw new CommandFailure('gone')
    return {
      pbx,
      subject: { who: endpoint, queue: null, value: command.text },
      target: endpoint,
      key: `phone ${pbx} ${endpointOfInterface(endpoint)}`,
      needs: NEEDS,
      run: (context) => sendText(context, command),
    }
  },
}

/** No address of somebody's own making: a phone that the house knows by its configuration, a hint or a queue. */
function isPhone({ tables }: Scene, pbx: string, endpoint: string): boolean {
  if (!PHONE.test(endpoint)) return false
  const isIt = (name: string) => sameInterface(name, endpoint)
  const some = <R extends { pbx: string }>(records: { values(): Iterable<R> }, fits: (record: R) => boolean) =>
    [...records.values()].some((record) => record.pbx === pbx && fits(record))
  return (
    some(tables.endpoints, ({ kind, technology, name }) => kind === 'phone' && isIt(`${technology}/${name}`)) ||
    some(tables.extensions, ({ hint }) => endpointsOfHint(hint).some(isIt)) ||
    some(tables.members, (member) => isIt(member.interface))
  )
}

async function sendText(context: RunContext, command: CommandOf<'phone.text'>): Promise<void> {
  await context.send(actionFor(context, command))
  context.receipt.done(null, 'unconfirmed')
}

/** A phone in a call is told within it; an idle one by a message of its own (main/message.c). */
function actionFor(
  { door, tables, settings }: RunContext,
  { pbx, endpoint, text }: CommandOf<'phone.text'>,
): AmiAction {
  const talking = [...tables.phoneChannels.values()].find(
    (one) => one.pbx === pbx && sameInterface(one.endpoint, endpoint) && one.state === 'talking',
  )
  const channel = talking && door.channelName(talking.uniqueid)
  if (channel && door.offers('SendText')) return amiAction('SendText', { Channel: channel, Message: text })
  if (!door.offers('MessageSend')) throw new CommandFailure('unsupported', 'MessageSend')
  const [, technology = '', name = ''] = PHONE.exec(endpoint) ?? []
  const From = settings.dial.callerId ?? 'callboard'
  return amiAction('MessageSend', { To: `${technology.toLowerCase()}:${name}`, From, Body: text })
}
