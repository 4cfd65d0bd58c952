import type { Queue, Visit } from '../pbx/records'
import { abandon, changePriority } from '../pbx/waiting'
import { type Action, type ActionContext, isTrue, refuse, say } from './action'

type Found = { queue: Queue; visit: Visit }

/** The waiting caller that an action names by queue and channel; refuses and gives `null` when there is none. */
function findCaller(context: ActionContext, unable: string): Found | null {
  const { pbx, request } = context
  const fail = (message: string) => {
    refuse(context, message)
    return null
  }
  const queue = pbx.queues.get(request.get('Queue'))
  if (!queue) return fail(`${unable} queue: No such queue`)
  const visit = queue.waiting.find(({ channel }) => channel.name === request.get('Caller'))
  return visit ? { queue, visit } : fail(`${unable} queue: No such caller`)
}

function missing(context: ActionContext, names: readonly string[]): boolean {
  const name = names.find((each) => !context.request.get(each))
  if (name) refuse(context, `'${name}' not specified.`)
  return name !== undefined
}

function queueWithdrawCaller(context: ActionContext): void {
  if (missing(context, ['Queue', 'Caller'])) return
  const found = findCaller(context, 'Unable to request withdraw from')
  if (!found) return
  say(context, 'Withdraw requested successfully')
  abandon(context.pbx, found.visit, 'withdrawn')
}

/** No event tells it, and nobody moves unless `Immediate` says so. */
function queueChangePriorityCaller(context: ActionContext): void {
  if (missing(context, ['Queue', 'Caller', 'Priority'])) return
  const found = findCaller(context, 'Unable to change priority caller on')
  if (!found) return
  const priority = Number.parseInt(context.request.get('Priority'), 10) || 0
  changePriority(found.visit, priority, isTrue(context.request.get('Immediate')))
  say(context, 'Priority change for caller on queue')
}

/** An unknown queue is a success too. */
function queueReset(context: ActionContext): void {
  const name = context.request.get('Queue')
  for (const queue of context.pbx.queues.values()) {
    if (name && queue.name !== name) continue
    Object.assign(queue, { completed: 0, abandoned: 0, completedInLevel: 0, abandonedInLevel: 0 })
    Object.assign(queue, { holdTime: 0, talkTime: 0 })
    for (const member of queue.members) Object.assign(member, { callsTaken: 0, lastCall: 0 })
  }
  say(context, 'Queue stats reset successfully')
}

/** The simulated file never changes, and an unchanged file changes nothing. */
function queueReload(context: ActionContext): void {
  say(context, 'Queue reloaded successfully')
}

export const QUEUE_CALLER_ACTIONS: readonly Action[] = [
  {
    name: 'QueueChangePriorityCaller',
    synopsis: 'Change priority of a caller on queue.',
    run: queueChangePriorityCaller,
  },
  {
    name: 'QueueReload',
    synopsis: 'Reload a queue, queues, or any sub-section of a queue or queues.',
    run: queueReload,
  },
  { name: 'QueueReset', synopsis: 'Reset queue statistics.', run: queueReset },
  { name: 'QueueWithdrawCaller', synopsis: 'Request to withdraw a caller from the queue.', run: queueWithdrawCaller },
]
