import type { Change } from '@/lib/diff/types'
import type { Member } from '@/lib/domain/member'
import type { PbxEvent } from '@/server/events/pbx-event'

/** An event that is older changed nothing, or it would have been told by a flush. */
const FRESH_MS = 2_000

/** Moments of events by which members change between two flushes. */
export class Moments {
  private readonly heard = new Map<string, number>()

  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'memberPut':
        this.heard.set(keyOf(event.queue, event.member.interface), event.at)
        break
      case 'memberChanged':
      case 'memberRemoved':
      case 'agentConnected':
      case 'agentCompleted':
        this.heard.set(keyOf(event.queue, event.interface), event.at)
        break
    }
  }

  forget(): void {
    this.heard.clear()
  }

  /** When a member changed: as its own moments say, else as the last event on it, else at the flush that shows it. */
  of({ before, after }: Change<Member>, queueName: (id: string) => string, now: number): number {
    if (before && after) {
      const told = [after.activitySince !== before.activitySince && after.activitySince]
      told.push(after.paused && after.lastPauseAt !== before.lastPauseAt && after.lastPauseAt)
      const latest = Math.max(...told.map((at) => at || 0))
      if (latest > 0) return Math.min(latest, now)
    }
    const member = after ?? before
    const at = member && this.heard.get(keyOf(queueName(member.queue), member.interface))
    return at === undefined || now - at > FRESH_MS ? now : Math.min(at, now)
  }
}

function keyOf(queue: string, iface: string): string {
  return `${queue}|${iface}`
}
