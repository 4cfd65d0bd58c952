const DAY_MS = 86_400_000

/** What clocks in a time zone (IANA) show: `offset(at)` is to be added to UTC, ms; clocks are moved on whole minutes. */
export class Zone {
  private readonly format: Intl.DateTimeFormat
  private readonly offsets = new Map<number, number>()

  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hourCycle: 'h23' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  }

  offset(at: number): number {
    const day = Math.floor(at / DAY_MS) * DAY_MS
    const [before, after] = [this.known(day), this.known(day + DAY_MS)]
    // No zone moves its clocks twice within a day.
    return before === after ? before : this.read(at)
  }

  /** `2026-11-23T14:00`, as a clock there shows it. */
  shown(at: number): string {
    return new Date(at + this.offset(at)).toISOString().slice(0, 16)
  }

  /**
   * The moment at which a clock there shows `2026-11-23T14:00`; of a time that it shows twice the first, and of one that
   * it skips the moment as long after the change. `null`: no such date.
   */
  at(shown: string): number | null {
    const utc = Date.parse(`${shown}Z`)
    return Number.isNaN(utc) ? null : this.momentOf(utc)
  }

  /** Likewise, of what a clock in UTC would show at `utc` (ms). */
  momentOf(utc: number): number {
    const [before, after] = [utc - this.offset(utc - DAY_MS), utc - this.offset(utc + DAY_MS)]
    return before + this.offset(before) === utc || after + this.offset(after) !== utc ? before : after
  }

  private known(at: number): number {
    const known = this.offsets.get(at) ?? this.read(at)
    this.offsets.set(at, known)
    return known
  }

  private read(at: number): number {
    const parts = this.format.formatToParts(at)
    const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0)
    const shown = Date.UTC(
      value('year'),
      value('month') - 1,
      value('day'),
      value('hour'),
      value('minute'),
      value('second'),
    )
    return shown - Math.floor(at / 1000) * 1000
  }
}
