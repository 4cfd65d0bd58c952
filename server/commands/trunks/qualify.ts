import type { Endpoint } from '@/lib/domain/line'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiMessage } from '@/server/ami/types'
import { askUntil } from '../ask-until'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { endpointFor, planFor } from './trunk-target'

const NEEDS = ['PJSIPQualify|SIPqualifypeer']
const CONTACTS = 'PJSIPShowEndpoint'
/** A check is over within this time (`qualify_timeout` is 3 s unless set otherwise), ms. */
const ANSWERS_WITHIN_MS = 5000

/** Asks an endpoint for a sign of life, now. */
export const qualifyHandler: Handler<'trunk.qualify'> = {
  needs: NEEDS,
  plan(command, scene) {
    const endpoint = endpointFor(scene, command.endpoint)
    const action = actionFor(endpoint)
    return {
      ...planFor(endpoint),
      needs: action === 'PJSIPQualify' ? [action, CONTACTS] : [action],
      run: (context) => (action === 'PJSIPQualify' ? qualify(context, endpoint) : qualifyPeer(context, endpoint)),
    }
  },
}

function actionFor({ technology }: Endpoint): string {
  switch (technology) {
    case 'PJSIP':
      return 'PJSIPQualify'
    case 'SIP':
      return 'SIPqualifypeer'
    default:
      throw new CommandFailure('unsupported', technology)
  }
}

/**
 * Asterisk tells of a check by an event only when its outcome is another one than before (res_pjsip/pjsip_options.c,
 * `sip_options_contact_status_notify_task`): so the contacts are looked at until one has a new round trip.
 */
async function qualify(context: RunContext, { name }: Endpoint): Promise<void> {
  const before = await contactsOf(context, name)
  await context.send(amiAction('PJSIPQualify', { Endpoint: name }))
  let now = before
  const answered = await askUntil(context, ANSWERS_WITHIN_MS, async () => {
    now = await contactsOf(context, name)
    return now.find((contact) => contact.includes(REACHABLE) && !before.includes(contact)) ?? null
  })
  if (answered !== null) return context.receipt.step('seen')
  if (now.length === 0) throw new CommandFailure('unreachable')
  // Without a frequency Asterisk throws the answer away (the same file: "Contact qualify response is late").
  if (now.every((contact) => !KNOWN.test(contact))) throw new CommandFailure('notConfigured', 'qualify_frequency')
  throw new CommandFailure('noAnswer')
}

const REACHABLE = ' Reachable '
const KNOWN = / (Reachable|Unreachable) /

/** Each contact as one text: where, how it is, how long the last check took. */
async function contactsOf(context: RunContext, endpoint: string): Promise<string[]> {
  const { items } = await context.list({ action: CONTACTS, headers: { Endpoint: endpoint } })
  return items.filter(({ name }) => name === 'ContactStatusDetail').map(textOf)
}

function textOf(item: AmiMessage): string {
  return `${item.get('URI')} ${item.get('Status')} ${item.get('RoundtripUsec')}`
}

/** chan_sip tells of each check that is answered (`PeerStatus`), and the picture has it. */
async function qualifyPeer(context: RunContext, { id, name, roundTripMs }: Endpoint): Promise<void> {
  await context.send(amiAction('SIPqualifypeer', { Peer: name }))
  await context.until(({ endpoints }) => {
    const now = endpoints.get(id)
    return now?.reach === 'reachable' && now.roundTripMs !== roundTripMs
  })
  context.receipt.step('seen')
}
