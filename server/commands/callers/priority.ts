import type { Caller } from '@/lib/domain/caller'
import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'
import { planFor, stillWaiting, type Waiting, waitingFor } from './caller-target'

const CHANGE = 'QueueChangePriorityCaller'
/** The first version whose action knows `Immediate`; before, nobody moves (app_queue.c). */
const MOVES_FROM = 18
const STAYS = { reason: 'unsupported', detail: 'Immediate' } as const

export const moveUpHandler: Handler<'caller.moveUp'> = {
  needs: [CHANGE],
  obstacle: ({ asteriskVersion }) => (asteriskVersion === null || canMove(asteriskVersion) ? null : STAYS),
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.move')
    return {
      ...planFor(scene, waiting),
      needs: [CHANGE],
      async run(context) {
        const { position, priority } = stillWaiting(scene, waiting)
        if (!canMove(context.door.asteriskVersion)) throw new CommandFailure('unsupported', 'Immediate')
        if (position <= 1) throw new CommandFailure('changed', '1')
        const ahead = callersOf(scene, waiting).find((other) => other.position === position - 1)
        await change(context, waiting, (ahead?.priority ?? priority) + 1)
        await context.until(({ callers }) => {
          const now = callers.get(waiting.caller.id)
          return now !== undefined && now.position < position
        })
        context.receipt.step('seen')
        context.receipt.say({ value: String(scene.tables.callers.get(waiting.caller.id)?.position ?? '') })
        context.receipt.done({ type: 'caller.priority', caller: waiting.caller.id, priority })
      },
    }
  },
}

export const priorityHandler: Handler<'caller.priority'> = {
  needs: [CHANGE],
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.move')
    return {
      ...planFor(scene, waiting, String(command.priority)),
      needs: [CHANGE],
      async run(context) {
        const { priority } = stillWaiting(scene, waiting)
        if (priority === command.priority) throw new CommandFailure('changed', String(priority))
        await change(context, waiting, command.priority)
        await context.until(({ callers }) => callers.get(waiting.caller.id)?.priority === command.priority)
        context.receipt.step('seen')
        // On old versions the place stays: only who comes later is put behind.
        const stays = canMove(context.door.asteriskVersion) ? null : 'keepsPlace'
        context.receipt.done({ type: 'caller.priority', caller: waiting.caller.id, priority }, stays)
      },
    }
  },
}

async function change(context: RunContext, { caller, queue }: Waiting, priority: number): Promise<void> {
  const headers = { Queue: queue.name, Caller: caller.channel, Priority: priority }
  const isMoving = canMove(context.door.asteriskVersion)
  await context.send(amiAction(CHANGE, isMoving ? { ...headers, Immediate: true } : headers))
  context.door.rereadCallers(queue.name)
}

function callersOf(scene: Scene, { queue }: Waiting): Caller[] {
  return [...scene.tables.callers.values()].filter((caller) => caller.queue === queue.id)
}

function canMove(version: string | null): boolean {
  return Number.parseInt(version ?? '', 10) >= MOVES_FROM
}
