import type { Stretch } from '@/lib/domain/gap'
import type { Visit } from '@/lib/domain/visit'

/** Whether a PBX is seen, and since when it is not. */
export class Sight {
  private blindSince: number | null = null

  /** Nothing is seen since (ms). */
  loses(since: number): void {
    this.blindSince = since
  }

  returns(): void {
    this.blindSince = null
  }

  /** What is kept was seen, also in the seconds since it was last noted that somebody watched. */
  knows({ enteredAt, leftAt }: Visit): void {
    if (this.blindSince !== null) this.blindSince = Math.max(this.blindSince, enteredAt, leftAt ?? 0)
  }

  /** What it has come to was not seen: it may have ended, and something else begun. */
  isStale({ enteredAt, leftAt }: Visit): boolean {
    const since = this.blindSince
    return since !== null && enteredAt <= since && (leftAt === null || leftAt <= since)
  }

  /** What was not seen up to a moment. */
  unseenUntil(at: number): Stretch {
    return { from: this.blindSince ?? at, to: at }
  }
}
