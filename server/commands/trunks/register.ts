import type { Registration } from '@/lib/domain/line'
import { askUntil } from '../ask-until'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { planFor, registrationFor } from './trunk-target'

/** Where it registers may be slow to answer, ms. */
const ANSWERS_WITHIN_MS = 8000
const LIST = 'PJSIPShowRegistrationsOutbound'

type Told = { at: number; status: string; nextSeconds: number }

export const registerHandler: Handler<'trunk.register'> = {
  needs: ['PJSIPRegister'],
  plan(command, scene) {
    const registration = registrationFor(scene, command.registration)
    return {
      ...planFor(registration),
      needs: ['PJSIPRegister'],
      async run(context) {
        await tell(context, registration, 'PJSIPRegister', isRenewed)
        context.receipt.step('seen')
      },
    }
  },
}

/** It stays so until somebody registers it, or Asterisk reads its configuration anew. */
export const unregisterHandler: Handler<'trunk.unregister'> = {
  needs: ['PJSIPUnregister'],
  plan(command, scene) {
    const registration = registrationFor(scene, command.registration)
    return {
      ...planFor(registration),
      needs: ['PJSIPUnregister'],
      async run(context) {
        await tell(context, registration, 'PJSIPUnregister', (_before, { status }) => status === 'Unregistered')
        context.receipt.step('seen')
        context.receipt.done({ type: 'trunk.register', registration: registration.id })
      },
    }
  },
}

/** Registered now and not before; or who was registered already is to renew it later than was told. */
function isRenewed(before: Told, now: Told): boolean {
  if (now.status !== 'Registered') return false
  const leftOfOld = before.nextSeconds - (now.at - before.at) / 1000
  return before.status !== 'Registered' || now.nextSeconds - leftOfOld >= 2
}

/** Only PJSIP can be told (chan_sip and chan_iax2 have no action for it). The answer from outside is the proof. */
async function tell(
  context: RunContext,
  { technology, name }: Registration,
  action: string,
  isSo: (before: Told, now: Told) => boolean,
): Promise<void> {
  if (technology !== 'PJSIP') throw new CommandFailure('unsupported', technology)
  const before = await toldOf(context, name)
  await context.send({ action, headers: { Registration: name } })
  let now = before
  const seen = await askUntil(context, ANSWERS_WITHIN_MS, async () => {
    now = await toldOf(context, name)
    return isSo(before, now) || null
  })
  if (seen !== null) return
  if (now.status === 'Rejected' || now.status === 'Stopped') throw new CommandFailure('declined', now.status)
  throw new CommandFailure('notSeen', now.status)
}

async function toldOf(context: RunContext, name: string): Promise<Told> {
  const { items } = await context.list({ action: LIST })
  const item = items.find((one) => one.name === 'OutboundRegistrationDetail' && one.get('ObjectName') === name)
  if (!item) throw new CommandFailure('gone')
  return {
    at: context.clock.now(),
    status: item.get('Status') ?? '',
    nextSeconds: Number(item.get('NextReg') ?? 0) || 0,
  }
}
