import type { DeviceState } from '@/lib/domain/member'
import type { Phone } from '@/lib/protocol/viewer'
import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import { type Place, phonePlace, transferPlace } from '../place'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import { planFor, stillWaiting, type Waiting, waitingFor } from './caller-target'
import { knowsQueuePlaces, queuePlace } from './queue-places'

const DEAD: ReadonlySet<DeviceState> = new Set<DeviceState>(['unavailable', 'invalid'])
const NO_QUEUE_PLACES = { reason: 'notConfigured', detail: 'routes.queueExtens' } as const
const NO_CONTEXT = { reason: 'notConfigured', detail: 'dial.context' } as const

export const moveToQueueHandler: Handler<'caller.moveToQueue'> = {
  needs: ['Redirect'],
  obstacle: (door, settings) => (knowsQueuePlaces(door, settings) ? null : NO_QUEUE_PLACES),
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.move')
    const to = scene.queue(command.queue)
    scene.require(scene.mayIn('callers.move', to.name))
    return {
      ...planFor(scene, waiting, to.label),
      needs: ['Redirect'],
      async run(context) {
        if (to.id === waiting.queue.id) throw new CommandFailure('changed', to.label)
        await redirect(context, scene, waiting, await queuePlace(context, to.name))
        // A channel waits in one queue at a time, so the caller keeps the id.
        await context.until(({ callers }) => callers.get(waiting.caller.id)?.queue === to.id)
        context.receipt.step('seen')
      },
    }
  },
}

export const moveToExtensionHandler: Handler<'caller.moveToExtension'> = {
  needs: ['Redirect'],
  obstacle: (_door, { dial, routes }) => (routes.transferContext === null && dial.context === null ? NO_CONTEXT : null),
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.move')
    return {
      ...planFor(scene, waiting, command.to),
      needs: ['Redirect'],
      async run(context) {
        const { shown, ...place } = transferPlace(command.to, context.settings)
        context.receipt.say({ value: shown })
        await redirect(context, scene, waiting, place)
        await leftQueue(context, waiting)
      },
    }
  },
}

/** The caller rings at one's own phone. */
export const takeHandler: Handler<'caller.take'> = {
  needs: ['Redirect'],
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.take')
    const phone = scene.ownPhone(waiting.caller.pbx, command.phone)
    return {
      ...planFor(scene, waiting, phone.exten ?? phone.interface),
      needs: ['Redirect'],
      async run(context) {
        refuseDeadPhone(scene, phone)
        const rings = context.event((event) => ringsAt(event, phone.interface, waiting.caller.uniqueid))
        await redirect(context, scene, waiting, phonePlace(phone, scene.tables, context.settings))
        await leftQueue(context, waiting)
        await rings
        context.receipt.step('phoneRings')
      },
    }
  },
}

/** The caller would be lost in the dialplan. */
function refuseDeadPhone({ tables }: Scene, { pbx, interface: phone }: Phone): void {
  const wanted = phone.toLowerCase()
  const device = [...tables.devices.values()].find((one) => one.pbx === pbx && one.device.toLowerCase() === wanted)
  if (device && DEAD.has(device.state)) throw new CommandFailure('unreachable', phone)
}

async function redirect(context: RunContext, scene: Scene, waiting: Waiting, place: Place): Promise<void> {
  const { uniqueid, channel } = stillWaiting(scene, waiting)
  const headers = { Channel: channel || uniqueid, Context: place.context, Exten: place.exten, Priority: 1 }
  await context.send(amiAction('Redirect', headers))
}

/** Out of the queue, and alive: who is hung up by a wrong extension was not moved. */
async function leftQueue(context: RunContext, { caller }: Waiting): Promise<void> {
  await context.until(({ callers }) => callers.get(caller.id) === undefined)
  const isAlive = [...context.tables.calls.values()].some(({ channels }) => channels.includes(caller.uniqueid))
  if (!isAlive) throw new CommandFailure('gone')
  context.receipt.step('seen')
}

type Event = Parameters<Parameters<RunContext['event']>[0]>[0]

function ringsAt(event: Event, phone: string, callerUniqueid: string): boolean {
  if (event.type !== 'dialBegan' || event.caller?.uniqueid !== callerUniqueid) return false
  return event.callee.name.toLowerCase().startsWith(`${phone.toLowerCase()}-`)
}
