import { amiAction } from '@/server/ami/catalogue/action'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Channel } from '@/server/store/reducers/tables'
import type { DialLimits } from '../dial/limits'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { type CallTarget, callFor, channelOf, otherSide, planFor, type Side } from './call-target'
import { type Place, placeOf } from './destination'
import { followSentOn } from './sent-on'

/** Blind: one side leaves, the other goes to the target, and the receipt says what it found there. */
export function createTransferHandler(limits: DialLimits): Handler<'call.transfer'> {
  return {
    needs: ['Redirect'],
    plan(command, scene) {
      const target = callFor(scene, command.call, 'calls.transfer', 'own too')
      const place = placeOf(scene, command.to)
      return {
        ...planFor(scene, target, place.shown),
        needs: ['Redirect'],
        async run(context) {
          context.notes.to = place.exten
          if (place.kind !== 'extension') limits.admitPassing(context.by.accountId ?? '', place.exten)
          await transfer(context, target, command.by, place)
        },
      }
    },
  }
}

async function transfer(context: RunContext, target: CallTarget, by: Side, place: Place): Promise<void> {
  const { door } = context
  const staying = channelOf(door, target, otherSide(by))
  // Whoever is parked stands in a bridge alone: there is nobody who could transfer.
  const isBlind = door.offers('BlindTransfer') && staying.bridge !== null && target.call.state !== 'parked'
  const leaving = isBlind ? channelOf(door, target, by) : null
  const seen = context.event((event) => hasGoneOn(event, staying, leaving))
  const followed = followSentOn(context, staying.uniqueid)
  const headers = { Context: place.context, Exten: place.exten }
  await context.send(
    leaving
      ? amiAction('BlindTransfer', { Channel: leaving.name, ...headers })
      : amiAction('Redirect', { Channel: staying.name, ...headers, Priority: 1 }),
  )
  await seen
  context.receipt.step('seen', place.exten)
  context.goesOn()
  await followed.begin()
}

/** A redirect is told by nothing but its effect: the channel leaves where it was, or dials. */
function hasGoneOn(event: PbxEvent, staying: Channel, leaving: Channel | null): boolean {
  switch (event.type) {
    case 'blindTransferred':
      return leaving !== null && event.byUniqueid === leaving.uniqueid && event.succeeded
    case 'bridgeLeft':
      return leaving === null && event.uniqueid === staying.uniqueid
    case 'dialBegan':
      return event.caller?.uniqueid === staying.uniqueid
    case 'callerJoined':
      return event.channel.uniqueid === staying.uniqueid
    default:
      return false
  }
}
