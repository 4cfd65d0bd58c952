import { amiAction } from '@/server/ami/catalogue/action'
import type { Channel } from '@/server/store/reducers/tables'
import type { DialLimits } from '../dial/limits'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { callFor, channelOf, planFor } from './call-target'
import { Consultation } from './consultation'
import { type Place, placeOf } from './destination'

/** People talk to the target for so long at most before they hand over, ms. */
const CONSULTS_AT_MOST_MS = 30 * 60_000

/**
 * Asterisk plays the feature code into the call for it (main/manager.c, `action_atxfer`), so its Success says nothing:
 * without the code, or where the dialplan does not allow it, nothing happens but tones.
 */
export function createAttendedTransferHandler(limits: DialLimits): Handler<'call.attendedTransfer'> {
  return {
    needs: ['Atxfer'],
    plan(command, scene) {
      const target = callFor(scene, command.call, 'calls.transfer', 'own too')
      const place = placeOf(scene, command.to)
      return {
        ...planFor(scene, target, place.shown),
        needs: ['Atxfer'],
        async run(context) {
          context.notes.to = place.exten
          const by = channelOf(context.door, target, command.by)
          if (place.kind !== 'extension') limits.admitPassing(context.by.accountId ?? '', place.exten)
          await consult(context, by, place)
        },
      }
    },
  }
}

async function consult(context: RunContext, by: Channel, place: Place): Promise<void> {
  const left = context.event((event) => event.type === 'bridgeLeft' && event.uniqueid === by.uniqueid)
  const consultation = new Consultation(by.uniqueid, by.bridge, place)
  const ended = context.event((event) => {
    consultation.hear(event)
    return consultation.end
  }, CONSULTS_AT_MOST_MS)
  await context.send(amiAction('Atxfer', { Channel: by.name, Exten: place.exten, Context: place.context }))
  await left.catch((error) => {
    throw isNotSeen(error) ? consultation.unbegun() : error
  })
  context.receipt.step('seen')
  context.receipt.cancelWith(() => {
    consultation.isCancelled = true
    void cancel(context, by)
  })
  context.goesOn()
  if ((await ended) !== 'transferred') throw consultation.failure()
  context.receipt.step('connected')
}

async function cancel({ door }: RunContext, by: Channel): Promise<void> {
  try {
    await door.send(amiAction('CancelAtxfer', { Channel: by.name }))
  } catch {
    // The events tell what became of it.
  }
}

function isNotSeen(error: unknown): boolean {
  return error instanceof CommandFailure && error.reason === 'notSeen'
}

export const cancelTransferHandler: Handler<'call.cancelTransfer'> = {
  needs: ['CancelAtxfer'],
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.transfer', 'own too')
    return {
      ...planFor(scene, target),
      needs: ['CancelAtxfer'],
      async run(context) {
        const by = channelOf(context.door, target, command.by)
        const back = context.event(
          (event) => event.type === 'bridgeEntered' && event.channel.uniqueid === by.uniqueid && event.kind === 'call',
        )
        await context.send(amiAction('CancelAtxfer', { Channel: by.name }))
        await back
        context.receipt.step('seen')
      },
    }
  },
}
