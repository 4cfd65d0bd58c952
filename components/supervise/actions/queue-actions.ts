import type { Queue } from '@/lib/domain/queue'
import { type Situation, type WhyNot, whyNotAtAll } from './why-not'

export const QUEUE_ACTIONS = ['reload', 'reset'] as const
export type QueueAction = (typeof QUEUE_ACTIONS)[number]

/** Why this cannot be done to a queue; `null`: it can. */
export function whyNotQueue(action: QueueAction, { name }: Queue, at: Situation): WhyNot | null {
  return action === 'reset'
    ? whyNotAtAll('queue.reset', 'queues.reset', name, at)
    : whyNotAtAll('queue.reload', 'queues.reload', name, at)
}
