import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import { agentKey, agentName, membershipsFor, queueLabel } from './agent-target'

/** MemberName is cut at 79 bytes (app_queue.c, `membername[80]`), and half a sign silences the member. */
const MAX_NAME_BYTES = 79

export const addHandler: Handler<'agent.add'> = {
  needs: ['QueueAdd'],
  plan(command, scene) {
    const { agent, penalty } = command
    const queue = scene.queue(command.queue)
    scene.require((scene.owns(agent) && scene.may('own.queues')) || scene.mayIn('agents.membership', queue.name))
    const who = nameOf(scene, agent)
    const isMember = () => scene.members(agent).some((member) => member.queue === queue.id)
    return {
      pbx: queue.pbx,
      subject: { who, queue: queue.label, value: null },
      target: who,
      key: agentKey(agent),
      needs: ['QueueAdd'],
      async run(context) {
        if (agent.pbx !== queue.pbx) throw new CommandFailure('gone')
        if (isMember()) throw new CommandFailure('changed', queue.label)
        const headers = { Queue: queue.name, Interface: agent.interface, Penalty: penalty, MemberName: who }
        await context.send(amiAction('QueueAdd', headers))
        const member = await context.until(() => scene.members(agent).find((one) => one.queue === queue.id))
        context.receipt.step('seen')
        const undo = { type: 'agent.remove', agent, queue: queue.id, seconds: null } as const
        if (command.seconds !== null)
          await context.revertIn(command.seconds, [{ command: undo, expects: { member: member.id, isMember: true } }])
        context.receipt.done(undo)
      },
    }
  },
}

export const removeHandler: Handler<'agent.remove'> = {
  needs: ['QueueRemove'],
  plan(command, scene) {
    const { agent } = command
    const all = membershipsFor(scene, { ...command, permission: 'agents.membership', own: 'own.queues' })
    const who = agentName(all, agent)
    return {
      pbx: agent.pbx,
      subject: { who, queue: queueLabel(all), value: null },
      target: who,
      key: agentKey(agent),
      needs: ['QueueRemove'],
      async run(context) {
        const there = all.filter(({ member }) => context.tables.members.get(member.id))
        if (there.length === 0) throw new CommandFailure('changed')
        // Members that queues.conf names stay: Asterisk answers `Member not dynamic`.
        const left = there.filter(({ member }) => member.membership !== 'static')
        if (left.length === 0) throw new CommandFailure('unsupported', 'static')
        for (const { queue, member } of left)
          await context.send(amiAction('QueueRemove', { Queue: queue.name, Interface: member.interface }))
        await context.until(({ members }) => left.every(({ member }) => members.get(member.id) === undefined))
        context.receipt.step('seen')
        const backs = left.map(({ queue, member }) => ({
          command: { type: 'agent.add', agent, queue: queue.id, penalty: member.penalty, seconds: null } as const,
          expects: { member: member.id, isMember: false },
        }))
        if (command.seconds !== null) await context.revertIn(command.seconds, backs)
        const [only, ...others] = backs
        context.receipt.done(only && others.length === 0 ? only.command : null)
      },
    }
  },
}

/** What queues shall call who is added: as they are known already, or by one's own name. An unknown phone is nobody's. */
function nameOf(scene: Scene, agent: { pbx: string; interface: string }): string {
  const wanted = agent.interface.toLowerCase()
  const isTheirs = (other: { pbx: string; interface: string }) =>
    other.pbx === agent.pbx && other.interface.toLowerCase() === wanted
  const known = [...scene.tables.members.values()].find(isTheirs)
  const device = [...scene.tables.devices.values()].find(
    ({ pbx, device: name }) => pbx === agent.pbx && name.toLowerCase() === wanted,
  )
  const name = known?.name ?? (scene.owns(agent) ? scene.by.displayName : device?.device)
  if (name === undefined) throw new CommandFailure('gone')
  return Buffer.byteLength(name) > MAX_NAME_BYTES ? agent.interface : name
}
