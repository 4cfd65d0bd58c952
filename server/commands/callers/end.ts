import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import { planFor, stillWaiting, waitingFor } from './caller-target'

/** The caller leaves the queue and goes on in the dialplan, as after a time-out. */
export const withdrawHandler: Handler<'caller.withdraw'> = {
  needs: ['QueueWithdrawCaller'],
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.end')
    return {
      ...planFor(scene, waiting),
      needs: ['QueueWithdrawCaller'],
      async run(context) {
        const { channel } = stillWaiting(scene, waiting)
        await context.send(
          amiAction('QueueWithdrawCaller', { Queue: waiting.queue.name, Caller: channel, WithdrawInfo: 'board' }),
        )
        await context.until(({ callers }) => callers.get(waiting.caller.id) === undefined)
        context.receipt.step('seen')
      },
    }
  },
}

export const hangUpCallerHandler: Handler<'caller.hangUp'> = {
  needs: ['Hangup'],
  plan(command, scene) {
    const waiting = waitingFor(scene, command.caller, 'callers.end')
    return {
      ...planFor(scene, waiting),
      needs: ['Hangup'],
      async run(context) {
        const { uniqueid } = stillWaiting(scene, waiting)
        await context.send(amiAction('Hangup', { Channel: uniqueid }))
        await context.until(({ callers }) => callers.get(waiting.caller.id) === undefined)
        context.receipt.step('seen')
      },
    }
  },
}
