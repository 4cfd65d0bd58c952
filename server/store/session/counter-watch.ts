import type { PbxEvent } from '@/server/events/pbx-event'

export type ParamsEvent = PbxEvent & { type: 'queueParams' }
type Told = { completed: number; abandoned: number }

/**
 * Notices that a queue's counters began anew (QueueReset, which no event tells): Asterisk's own figures fell. Ours may
 * run ahead of them by moments, so only its figures are compared with each other.
 */
export class CounterWatch {
  private readonly told = new Map<string, Told>()

  /** Notes what Asterisk tells; true when that is less than it told before. */
  fell({ queue, params }: ParamsEvent): boolean {
    const before = this.told.get(queue)
    this.told.set(queue, { completed: params.completed, abandoned: params.abandoned })
    return before !== undefined && (params.completed < before.completed || params.abandoned < before.abandoned)
  }
}
