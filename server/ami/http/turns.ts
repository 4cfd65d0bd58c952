/** Gives back a turn; once is enough, more do no harm. */
export type Release = () => void

/**
 * Live events and answers come by different requests, so their order is lost on the way. To tell a list never after what
 * happened since: from the moment an action is sent until its answer was told, no answer of the poll is told; and what
 * the poll has brought by then comes before the next action. So a list may be ahead of events by a round trip, as it
 * may on one TCP connection, but never behind.
 */
export class Turns {
  private taken = false
  private poll: (() => void) | null = null
  private readonly actions: (() => void)[] = []

  /** The poll's turn to be told; it comes before all actions that wait. */
  async forPoll(): Promise<Release> {
    if (this.taken) await new Promise<void>((go) => (this.poll = go))
    return this.take()
  }

  async forAction(): Promise<Release> {
    if (this.taken) await new Promise<void>((go) => void this.actions.push(go))
    return this.take()
  }

  /** Resolving hands the turn on: nobody else may come in between. */
  private take(): Release {
    this.taken = true
    let released = false
    return () => {
      if (released) return
      released = true
      const next = this.poll ?? this.actions.shift()
      this.poll = null
      if (next) next()
      else this.taken = false
    }
  }
}
