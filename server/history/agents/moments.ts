import type { Change } from '@/lib/diff/types'
import type { Member } from '@/lib/domain/member'
import type { PbxEvent } from '@/server/events/pbx-event'

type MemberEvent = Extract<
  PbxEvent,
  { type: 'memberPut' | 'memberChanged' | 'memberRemoved' | 'agentConnected' | 'agentCompleted' }
>

/** An event that is older changed nothing, or it would have been told by a flush. */
const FRESH_MS = 2_000
/** Members that never change would gather events for ever. */
const MOST = 50_000

/** Moments of events by which members change between two flushes. Most tell their own, so events are looked at only at need. */
export class Moments {
  private heard: MemberEvent[] = []
  private byMember: Map<string, number> | null = null

  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'memberPut':
      case 'memberChanged':
      case 'memberRemoved':
      case 'agentConnected':
      case 'agentCompleted':
        if (this.heard.length >= MOST) this.heard = []
        this.heard.push(event)
    }
  }

  forget(): void {
    this.heard = []
    this.byMember = null
  }

  /** When a member changed: as its own moments say, else as the last event on it, else at the flush that shows it. */
  of({ before, after }: Change<Member>, queueName: (id: string) => string, now: number): number {
    const told = before && after ? ownMoment(before, after) : null
    if (told !== null) return Math.min(told, now)
    const member = after ?? before
    const at = member && this.lastOn(queueName(member.queue), member.interface)
    return at === undefined || now - at > FRESH_MS ? now : Math.min(at, now)
  }

  private lastOn(queue: string, iface: string): number | undefined {
    this.byMember ??= new Map(
      this.heard.map((event) => {
        const of = event.type === 'memberPut' ? event.member.interface : event.interface
        return [keyOf(event.queue, of), event.at]
      }),
    )
    return this.byMember.get(keyOf(queue, iface))
  }
}

function ownMoment(before: Member, after: Member): number | null {
  let latest = 0
  if (after.activitySince !== before.activitySince) latest = after.activitySince ?? 0
  if (after.paused && after.lastPauseAt !== before.lastPauseAt) latest = Math.max(latest, after.lastPauseAt ?? 0)
  if (after.lastCallAt !== before.lastCallAt) latest = Math.max(latest, after.lastCallAt ?? 0)
  return latest || null
}

function keyOf(queue: string, iface: string): string {
  return `${queue}|${iface}`
}
