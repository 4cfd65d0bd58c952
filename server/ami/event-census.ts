/** How many messages came, and their bytes. */
export type Tally = { count: number; bytes: number }

/** Names come from the PBX: beyond so many different ones they share a tally. */
const MAX_NAMES = 512

/**
 * Counts events by name as they come, those that are dropped in bytes as well; outlives reconnects. What a list that we
 * asked for consists of is counted apart, whatever its name: its items bear those of events.
 */
export class EventCensus {
  readonly listed: Tally = { count: 0, bytes: 0 }
  private readonly tallies = new Map<string, Tally>()
  private readonly rest: Tally = { count: 0, bytes: 0 }

  /** What a reader of bytes keeps and counts up: looked up once for each distinct first line. */
  of(name: string): Tally {
    const known = this.tallies.get(name)
    if (known) return known
    if (this.tallies.size >= MAX_NAMES) return this.rest
    const tally: Tally = { count: 0, bytes: 0 }
    this.tallies.set(name, tally)
    return tally
  }

  /** Since the beginning, by name as Asterisk spells it. */
  read(): { events: ReadonlyMap<string, Readonly<Tally>>; listed: Readonly<Tally> } {
    const events = new Map([...this.tallies].map(([name, tally]) => [name, { ...tally }]))
    return { events, listed: { ...this.listed } }
  }
}
