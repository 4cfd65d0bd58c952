import type { Clock } from '@/server/clock'
import type { DialRules } from '@/server/settings/types'
import { CommandFailure } from '../types'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A second click on the same number within this time is the first one's tremor. */
const DOUBLE_CLICK_MS = 2_000

type Rates = Pick<DialRules, 'perMinute' | 'perHour' | 'atOnce' | 'perMinuteOverall'>
type Dialled = { at: number; to: string }
type Person = { dialled: Dialled[]; atOnce: number }

/**
 * How often people may dial: against toll fraud by a stolen session, and against a script that runs wild. Kept by the
 * injected clock in sliding windows; what is refused does not count.
 */
export class DialLimits {
  private readonly people = new Map<string, Person>()
  private overall: number[] = []

  constructor(
    private readonly clock: Clock,
    private readonly rates: () => Rates,
  ) {}

  /** Takes a call into account, or throws a `CommandFailure`. Call the returned function once when the call is over. */
  admit(accountId: string, to: string): () => void {
    const person = this.refuseOften(accountId, to)
    if (person.atOnce >= this.rates().atOnce) throw new CommandFailure('tooMany', 'atOnce')
    this.count(person, to)
    person.atOnce += 1
    let isOver = false
    return () => {
      if (!isOver) person.atOnce -= 1
      isOver = true
    }
  }

  /** The same for calls that leave the hands of whoever sends them off: transfers to the outside. */
  admitPassing(accountId: string, to: string): void {
    this.count(this.refuseOften(accountId, to), to)
  }

  private count(person: Person, to: string): void {
    const at = this.clock.now()
    person.dialled.push({ at, to })
    this.overall.push(at)
  }

  private refuseOften(accountId: string, to: string): Person {
    const now = this.clock.now()
    const person = this.personOf(accountId, now)
    const since = (ms: number) => person.dialled.filter(({ at }) => at > now - ms)
    const { perMinute, perHour, perMinuteOverall } = this.rates()
    if (since(DOUBLE_CLICK_MS).some((one) => one.to === to)) throw new CommandFailure('changed', 'doubleClick')
    if (since(MINUTE_MS).length >= perMinute) throw new CommandFailure('tooMany', 'perMinute')
    if (person.dialled.length >= perHour) throw new CommandFailure('tooMany', 'perHour')
    this.overall = this.overall.filter((at) => at > now - MINUTE_MS)
    if (this.overall.length >= perMinuteOverall) throw new CommandFailure('tooMany', 'overall')
    return person
  }

  /** Forgets what is over an hour old, and whoever dialled nothing since. */
  private personOf(accountId: string, now: number): Person {
    for (const [id, person] of this.people) {
      person.dialled = person.dialled.filter(({ at }) => at > now - HOUR_MS)
      if (person.dialled.length === 0 && person.atOnce === 0) this.people.delete(id)
    }
    const person = this.people.get(accountId) ?? { dialled: [], atOnce: 0 }
    this.people.set(accountId, person)
    return person
  }
}
