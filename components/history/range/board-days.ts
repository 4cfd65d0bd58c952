import { dayStart } from '@/lib/domain/day-start'
import { Zone } from '@/lib/domain/zone'

/** From (included) to (not included), ms since 1970. */
export type TimeSpan = { from: number; to: number }

const DAY_MS = 86_400_000
const MONDAY = 1

/** The calendar by which the board counts: its zone, and days that begin at its hour, of 23 to 25 hours. */
export class BoardDays {
  readonly zone: Zone

  constructor(
    private readonly timeZone: string,
    private readonly startMs: number,
  ) {
    this.zone = new Zone(timeZone)
  }

  /** When the day of a moment began. */
  startOf(at: number): number {
    return dayStart(at, this.timeZone, this.startMs)
  }

  /** The day so many days after the one that begins at `day`. */
  after(day: number, days: number): number {
    // Half a day into it no change of the clock leads astray.
    return this.startOf(day + (days + 0.5) * DAY_MS)
  }

  /** The Monday of the week of a day. */
  weekOf(day: number): number {
    return this.after(day, -((this.shown(day).getUTCDay() + 7 - MONDAY) % 7))
  }

  /** The first of the month of a day. */
  monthOf(day: number): number {
    return this.after(day, 1 - this.shown(day).getUTCDate())
  }

  /** The first of another month: so many after that which begins at `first`. */
  monthAfter(first: number, months: number): number {
    let month = first
    for (let step = 0; step < Math.abs(months); step += 1) month = this.monthOf(this.after(month, months > 0 ? 31 : -1))
    return month
  }

  isStart(at: number): boolean {
    return this.startOf(at) === at
  }

  /** How many days a span has that begins and ends with days; `null`: it does not. */
  wholeDays({ from, to }: TimeSpan): number | null {
    if (!this.isStart(from) || !this.isStart(to)) return null
    return Math.round((to - from) / DAY_MS)
  }

  /** As UTC would show it. */
  private shown(at: number): Date {
    return new Date(at + this.zone.offset(at))
  }
}
