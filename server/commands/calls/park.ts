import { amiAction } from '@/server/ami/catalogue/action'
import { ringPhone } from '../dial/ring-phone'
import { variablesFor } from '../dial/variables'
import type { Handler } from '../handler'
import { CommandFailure } from '../types'
import { callFor, channelOf, planFor } from './call-target'

export const parkHandler: Handler<'call.park'> = {
  needs: ['Park'],
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.park', 'own too')
    return {
      ...planFor(scene, target),
      needs: ['Park'],
      async run(context) {
        const { name, uniqueid } = channelOf(context.door, target, command.party)
        const parked = context.event((event) =>
          event.type === 'parked' && event.channel.uniqueid === uniqueid ? event.slot : null,
        )
        await context.send(amiAction('Park', { Channel: name }))
        const slot = await parked
        context.notes.slot = slot
        context.receipt.step('seen', slot)
      },
    }
  },
}

/** Fetched by one's own phone: it rings, and is led to the slot when it answers. */
export const fetchHandler: Handler<'call.fetch'> = {
  needs: ['Originate', 'Hangup'],
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.park', 'own too')
    const phone = scene.ownPhone(target.call.pbx, command.phone)
    return {
      ...planFor(scene, target, target.call.parkingSlot),
      needs: ['Originate', 'Hangup'],
      async run(context) {
        const { dial, routes } = context.settings
        // Somebody else may have fetched it meanwhile, or its time is over.
        const slot = context.tables.calls.get(target.call.id)?.parkingSlot
        if (!slot) throw new CommandFailure('gone')
        context.notes.talkSeconds = await ringPhone(context, {
          interface: phone.interface,
          ringSeconds: dial.ringSeconds,
          leadsTo: { Context: routes.parkingContext, Exten: slot, Priority: 1 },
          unconnected: 'gone',
          variables: variablesFor({
            rules: { ...dial, callerId: null },
            interface: phone.interface,
            number: slot,
            name: target.call.from.name,
            asteriskVersion: context.door.asteriskVersion,
          }),
        })
      },
    }
  },
}
