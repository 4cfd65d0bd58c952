import type { Queue } from '@/lib/domain/queue'
import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler, Plan } from '../handler'

export const resetHandler: Handler<'queue.reset'> = {
  needs: ['QueueReset'],
  plan(command, scene) {
    const queue = scene.queue(command.queue)
    scene.require(scene.mayIn('queues.reset', queue.name))
    return {
      ...planFor(queue),
      needs: ['QueueReset'],
      async run(context) {
        await context.send(amiAction('QueueReset', { Queue: queue.name }))
        // No event tells it: the queue is read, and its counters must be those of a new beginning.
        context.door.rereadCallers(queue.name)
        await context.until(({ queues }) => {
          const now = queues.get(queue.id)
          return now !== undefined && now.completed + now.abandoned <= Math.min(1, queue.completed + queue.abandoned)
        })
        context.receipt.step('seen')
      },
    }
  },
}

export const reloadHandler: Handler<'queue.reload'> = {
  needs: ['QueueReload', 'QueueStatus'],
  plan(command, scene) {
    const queue = scene.queue(command.queue)
    scene.require(scene.mayIn('queues.reload', queue.name))
    return {
      ...planFor(queue),
      needs: ['QueueReload'],
      async run(context) {
        await context.send(amiAction('QueueReload', { Queue: queue.name }))
        // Nothing tells of a reload; that the queue answers is all there is to see.
        await context.door.list(amiAction('QueueStatus', { Queue: queue.name }))
        context.receipt.step('seen')
      },
    }
  },
}

function planFor(queue: Queue): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  const subject = { who: null, queue: queue.label, value: null }
  return { pbx: queue.pbx, subject, target: queue.name, key: `queue ${queue.id}` }
}
