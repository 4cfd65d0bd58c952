import { devicesOfHint } from '@/lib/domain/endpoint'
import type { CommandOf } from '@/lib/protocol/commands'
import type { Handler, Plan } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import type { DialLimits } from './limits'
import { type Destination, destinationOf } from './number-rules'
import { ringPhone } from './ring-phone'
import { variablesFor } from './variables'

/** Click-to-call. All who dial share the limits. */
export function createDialHandlers(limits: DialLimits): { dial: Handler<'dial'> } {
  return {
    dial: {
      needs: ['Originate', 'Hangup'],
      plan: (command, scene) => planOf(command, scene, limits),
    },
  }
}

function planOf(command: CommandOf<'dial'>, scene: Scene, limits: DialLimits): Plan {
  scene.require(scene.may('dial'))
  const { dial } = scene.settings
  const { context } = dial
  if (context === null) throw new CommandFailure('notConfigured', 'dial.context')
  const destination = destinationOf(command.to, dial)
  const phone = phoneFor(scene, command.phone)
  const name = nameOf(scene, phone.pbx, destination)
  return {
    pbx: phone.pbx,
    subject: { who: name ?? destination.shown, queue: null, value: name === null ? null : destination.exten },
    target: destination.exten,
    key: `phone ${phone.pbx} ${phone.interface}`,
    needs: ['Originate', 'Hangup'],
    run: (run) => dialFrom(run, phone.interface, { ...destination, context, name }, limits),
  }
}

type Target = Destination & { context: string; name: string | null }

async function dialFrom(run: RunContext, phone: string, target: Target, limits: DialLimits): Promise<void> {
  const { dial } = run.settings
  run.notes.phone = phone
  const over = limits.admit(run.by.accountId ?? '', target.exten)
  try {
    run.notes.talkSeconds = await ringPhone(run, {
      interface: phone,
      ringSeconds: dial.ringSeconds,
      leadsTo: { Context: target.context, Exten: target.exten, Priority: 1 },
      variables: variablesFor({
        rules: dial,
        interface: phone,
        number: target.shown.replace(/[^\d+]/g, ''),
        name: target.name,
        asteriskVersion: run.door.asteriskVersion,
      }),
    })
  } finally {
    over()
  }
}

/** The phone asked for, which must be one's own; else the first. */
function phoneFor({ by }: Scene, wanted: string | null) {
  const phone =
    wanted === null ? by.phones[0] : by.phones.find((one) => one.interface.toLowerCase() === wanted.toLowerCase())
  // A channel through which anything could be dialled is none of a person's phones.
  if (!phone || !/^[A-Za-z0-9]+\/[\w.+-]+$/.test(phone.interface) || /^Local\//i.test(phone.interface)) {
    throw new CommandFailure('noPhone', wanted)
  }
  return phone
}

/** Of a colleague, as the queues know them. */
function nameOf({ tables }: Scene, pbx: string, { kind, exten }: Destination): string | null {
  if (kind !== 'extension') return null
  const extension = [...tables.extensions.values()].find((one) => one.pbx === pbx && one.exten === exten)
  const devices = devicesOfHint(extension?.hint.toLowerCase() ?? '')
  const members = [...tables.members.values()].filter((one) => one.pbx === pbx)
  const member = members.find((one) => devices.includes(one.interface.toLowerCase()))
  return member?.name ?? null
}
