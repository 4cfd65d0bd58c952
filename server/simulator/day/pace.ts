import type { Random } from '../random'

/** Medians, means and spreads of a call centre's day, in seconds. */
export const DAY = {
  talkMedian: 270,
  talkSpread: 0.6,
  /** exp(spread² / 2) times the median. */
  talkMean: 323,
  wrapUp: 15,
  patienceMean: 420,
  ringTimeout: 12,
  retry: 5,
  betweenPauses: 75 * 60,
  betweenOutages: 10 * 3600,
  betweenShifts: 3 * 3600,
} as const

/** How fast the day goes: 1 is real time; a load runs faster, so that few people take many calls. */
export class Pace {
  private ownSpeed = 1
  /** A load's calls come instead of the day's own. */
  underLoad = false

  /** `leader`: whose speed it goes by. */
  constructor(
    readonly random: Random,
    private readonly leader: Pace | null = null,
  ) {}

  get speed(): number {
    return this.leader?.speed ?? this.ownSpeed
  }

  set speed(speed: number) {
    this.ownSpeed = speed
  }

  /** Simulated seconds to real milliseconds. */
  ms(seconds: number): number {
    return (seconds * 1000) / this.speed
  }

  between(from: number, to: number): number {
    return this.ms(this.random.between(from, to))
  }

  exponential(mean: number): number {
    return this.ms(this.random.exponential(mean))
  }

  logNormal(median: number, spread: number): number {
    return this.ms(this.random.logNormal(median, spread))
  }
}
