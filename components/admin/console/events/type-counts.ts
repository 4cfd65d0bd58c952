/** Rates are those of so long. */
const WINDOW_MS = 10_000
const MOST_TYPES = 500
const OTHERS = '…'

type Seen = { at: number; counts: Readonly<Record<string, number>> }

/** How many events of each type came, and how fast they come now. */
export class TypeCounts {
  private readonly totals = new Map<string, number>()
  private recent: Seen[] = []
  private since: number | null = null

  add(counts: Readonly<Record<string, number>>, now: number): void {
    this.since ??= now
    for (const [name, count] of Object.entries(counts)) {
      // Hostile names must not fill the page.
      const key = this.totals.has(name) || this.totals.size < MOST_TYPES ? name : OTHERS
      this.totals.set(key, (this.totals.get(key) ?? 0) + count)
    }
    this.recent.push({ at: now, counts })
    this.forget(now)
  }

  /** The most frequent first; `rate`: per second. */
  rows(now: number): { name: string; count: number; rate: number }[] {
    this.forget(now)
    const rates = new Map<string, number>()
    for (const { counts } of this.recent) {
      for (const [name, count] of Object.entries(counts)) rates.set(name, (rates.get(name) ?? 0) + count)
    }
    const seconds = this.seconds(now)
    return [...this.totals]
      .map(([name, count]) => ({ name, count, rate: (rates.get(name) ?? 0) / seconds }))
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
  }

  total(now: number): { count: number; rate: number } {
    const rows = this.rows(now)
    return {
      count: rows.reduce((sum, { count }) => sum + count, 0),
      rate: rows.reduce((sum, { rate }) => sum + rate, 0),
    }
  }

  private seconds(now: number): number {
    const passed = this.since === null ? WINDOW_MS : now - this.since
    return Math.max(1, Math.min(WINDOW_MS, passed) / 1000)
  }

  private forget(now: number): void {
    this.recent = this.recent.filter(({ at }) => now - at < WINDOW_MS)
  }
}
