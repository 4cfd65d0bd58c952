import { maskPhoneChannel } from '@/lib/domain/mask'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import { ringPhone } from '../dial/ring-phone'
import { variablesFor } from '../dial/variables'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

const NEEDS = ['Originate', 'Hangup']

/**
 * One's own phone rings, and whoever calls the other one is taken when it answers: until then nothing is taken from
 * anybody, and a queue keeps its caller (apps/app_directed_pickup.c; the picking channel goes on as the call's own).
 */
export const pickUpHandler: Handler<'phone.pickUp'> = {
  needs: NEEDS,
  plan(command, scene) {
    const ringing = ringingAt(scene, command.channel)
    const phone = scene.ownPhone(ringing.pbx, command.phone)
    const seen = scene.by.rights.numbers === 'all' ? ringing : maskPhoneChannel(ringing)
    return {
      pbx: ringing.pbx,
      subject: { who: seen.otherName ?? seen.otherNumber ?? seen.endpoint, queue: null, value: seen.endpoint },
      target: ringing.otherNumber ?? ringing.endpoint,
      key: `phone channel ${ringing.id}`,
      needs: NEEDS,
      run: (context) => pickUp(context, ringing, phone.interface),
    }
  },
}

/** A phone of the house that rings, with a call of a queue that one sees, or of none. */
function ringingAt(scene: Scene, id: string): PhoneChannel {
  const channel = scene.tables.phoneChannels.get(id)
  if (!channel || !scene.may('phones.see')) throw new CommandFailure('gone')
  const call = scene.tables.calls.get(channel.call ?? '')
  if (call?.queue) scene.queue(call.queue)
  scene.require(scene.may('phones.pickUp'))
  if (scene.owns({ pbx: channel.pbx, interface: channel.endpoint }))
    throw new CommandFailure('notPermitted', 'ownPhone')
  return channel
}

async function pickUp(context: RunContext, { uniqueid, endpoint, ...other }: PhoneChannel, phone: string) {
  const { door, settings, tables } = context
  const name = door.channelName(uniqueid)
  if (name === null || tables.phoneChannels.get(other.id)?.state !== 'ringing') throw new CommandFailure('gone')
  // What else a name may hold would name several channels, or options.
  if (!/^[^/,&|]+\/[^,&|]+$/.test(name)) throw new CommandFailure('refusedByPbx', name)
  Object.assign(context.notes, { phone, from: endpoint })
  context.notes.talkSeconds = await ringPhone(context, {
    interface: phone,
    ringSeconds: settings.dial.ringSeconds,
    leadsTo: { Application: 'PickupChan', Data: name },
    unconnected: 'gone',
    variables: variablesFor({
      rules: { ...settings.dial, callerId: null },
      interface: phone,
      number: other.otherNumber ?? '',
      name: other.otherName,
      asteriskVersion: door.asteriskVersion,
    }),
  })
}
