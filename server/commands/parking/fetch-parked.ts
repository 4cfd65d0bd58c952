import { maskParkedCall } from '@/lib/domain/mask'
import type { ParkedCall } from '@/lib/domain/parking'
import { inScope } from '@/lib/domain/rights'
import { ringPhone } from '../dial/ring-phone'
import { variablesFor } from '../dial/variables'
import type { Handler } from '../handler'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

const NEEDS = ['Originate', 'Hangup']

/** Fetched by one's own phone: it rings, and is led to the slot when it answers. */
export const fetchParkedHandler: Handler<'parked.fetch'> = {
  needs: NEEDS,
  plan(command, scene) {
    const parked = parkedFor(scene, command.parked)
    const phone = scene.ownPhone(parked.pbx, command.phone)
    const seen = scene.by.rights.numbers === 'all' ? parked : maskParkedCall(parked)
    return {
      pbx: parked.pbx,
      subject: { who: seen.name ?? seen.number ?? seen.channel, queue: null, value: parked.slot },
      target: parked.number ?? parked.name ?? parked.channel,
      key: `parked ${parked.id}`,
      needs: NEEDS,
      async run(context) {
        const { dial, routes } = context.settings
        // Somebody else may have fetched it meanwhile, or its time is over.
        const slot = context.tables.parkedCalls.get(parked.id)?.slot
        if (!slot) throw new CommandFailure('gone')
        Object.assign(context.notes, { phone: phone.interface, slot })
        context.notes.talkSeconds = await ringPhone(context, {
          interface: phone.interface,
          ringSeconds: dial.ringSeconds,
          leadsTo: { Context: routes.parkingContext, Exten: slot, Priority: 1 },
          unconnected: 'gone',
          variables: variablesFor({
            rules: { ...dial, callerId: null },
            interface: phone.interface,
            number: slot,
            name: parked.name,
            asteriskVersion: context.door.asteriskVersion,
          }),
        })
      },
    }
  },
}

/** Whoever looks at the parking lots may fetch by their own phone, as dialling the slot does; others by their queue. */
function parkedFor(scene: Scene, id: string): ParkedCall {
  const parked = scene.tables.parkedCalls.get(id)
  if (!parked) throw new CommandFailure('gone')
  const queue = scene.tables.queues.get(parked.queue ?? '')?.name ?? null
  const looks = scene.may('parking.see')
  if (!looks && !inScope(scene.by.rights.queues, queue)) throw new CommandFailure('gone')
  scene.require((looks && scene.may('own.calls')) || scene.mayIn('calls.park', queue))
  return parked
}
