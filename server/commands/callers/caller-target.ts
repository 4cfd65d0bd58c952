import type { Caller } from '@/lib/domain/caller'
import { maskCaller } from '@/lib/domain/mask'
import type { Queue } from '@/lib/domain/queue'
import type { QueuePermission } from '@/lib/domain/rights'
import type { Plan } from '../handler'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

export type Waiting = { caller: Caller; queue: Queue }

/** The waiting caller whom one may move, take or end. */
export function waitingFor(scene: Scene, id: string, permission: QueuePermission): Waiting {
  const found = scene.caller(id)
  scene.require(scene.mayIn(permission, found.queue.name))
  // A pattern would hang up others, too (main/manager.c, `action_hangup`).
  if (found.caller.channel.startsWith('/')) throw new CommandFailure('refusedByPbx', found.caller.channel)
  return found
}

/** Everything of a plan but what it needs and does. */
export function planFor(
  scene: Scene,
  { caller, queue }: Waiting,
  value: string | null = null,
): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  const seen = scene.by.rights.numbers === 'all' ? caller : maskCaller(caller)
  return {
    pbx: caller.pbx,
    subject: { who: seen.name ?? seen.number, queue: queue.label, value },
    target: caller.number ?? caller.name ?? caller.channel,
    key: `caller ${caller.id}`,
  }
}

/** The caller as it is by now; `gone` when nobody waits there any more. */
export function stillWaiting(scene: Scene, { caller }: Waiting): Caller {
  const now = scene.tables.callers.get(caller.id)
  if (!now) throw new CommandFailure('gone')
  return now
}
