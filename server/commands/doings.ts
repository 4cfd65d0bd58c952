import type { Command } from '@/lib/protocol/commands'

/** The last thing that somebody did to a target. */
export type Doing = { accountId: string; name: string /** ms */; at: number; command: Command }

const MOST = 1000

/** Who did what last to each target, so that whoever comes second is told by whom it became otherwise. */
export class Doings {
  private readonly last = new Map<string, Doing>()

  /** What of its kind was done last to the target: a penalty says nothing of who paused. */
  of(key: string, command: Command): Doing | null {
    return this.last.get(`${key} ${traitOf(command)}`) ?? null
  }

  remember(key: string, doing: Doing): void {
    const whole = `${key} ${traitOf(doing.command)}`
    this.last.delete(whole)
    this.last.set(whole, doing)
    for (const oldest of this.last.keys()) {
      if (this.last.size <= MOST) return
      this.last.delete(oldest)
    }
  }
}

/** Did both ask the same of the same, so that the second would do it again rather than undo it? */
export function isSameAsked(one: Command, other: Command): boolean {
  if (one.type !== other.type) return false
  const [here, there] = [queueOf(one), queueOf(other)]
  return here === there || here === null || there === null
}

/** What of a target a command changes: those that take each other back change the same. */
export function traitOf({ type }: Command): string {
  switch (type) {
    case 'agent.pause':
    case 'agent.unpause':
      return 'pause'
    case 'agent.add':
    case 'agent.remove':
      return 'membership'
    case 'agent.penalty':
    case 'agent.ringInUse':
    case 'queue.reset':
    case 'queue.reload':
      return type
    default:
      return 'whole'
  }
}

function queueOf(command: Command): string | null {
  return 'queue' in command ? command.queue : null
}
