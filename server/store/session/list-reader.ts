import type { AmiAction, AmiConnection, AmiList, AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from '@/server/events/pbx-event'

/** How one list action ended: with its list, or with the reason why not. */
export type ListOutcome = { action: string; list: AmiList | null; error: Error | null }

type Item = (event: PbxEvent) => void

/**
 * Reads lists one job at a time and hands their items on in the order of the wire, between the live events where they
 * stood. (By the time `list()` resolves, later events may have been told already.)
 */
export class ListReader {
  private last: Promise<unknown> = Promise.resolve()
  private sink: Item | null = null

  constructor(private readonly connection: AmiConnection) {}

  /** Takes the event of a message if that is a list item: those carry our ActionID, live events carry none. */
  take(message: AmiMessage, event: PbxEvent): boolean {
    if (this.sink === null || message.get('ActionID') === undefined) return false
    this.sink(event)
    return true
  }

  /** Runs `job` after all earlier ones, whether they went well or not. */
  exclusive<T>(job: () => Promise<T>): Promise<T> {
    const result = this.last.then(job)
    this.last = result.catch(() => undefined)
    return result
  }

  /** Sends all actions at once. Never rejects; only within `exclusive`. */
  async read(actions: readonly AmiAction[], item: Item): Promise<ListOutcome[]> {
    this.sink = item
    const outcomes = await Promise.all(actions.map((action) => this.outcome(action)))
    this.sink = null
    return outcomes
  }

  private async outcome(action: AmiAction): Promise<ListOutcome> {
    try {
      return { action: action.action, list: await this.connection.list(action), error: null }
    } catch (error) {
      return { action: action.action, list: null, error: error instanceof Error ? error : new Error(String(error)) }
    }
  }
}
