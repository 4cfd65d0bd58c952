import type { LostEvent } from '@/lib/domain/lost'
import type { HeardCall } from '../followed-call'
import type { LostKey } from './lost-keys'
import type { NameOf } from './read-remedies'

/** Somebody calls a lost caller back at this moment. */
export type Calling = { pbx: string; endpoint: string; since: number }

/** Calls with lost callers that go on, or ended and are not yet written down. */
export class OngoingCalls {
  private readonly calls = new Map<string, readonly HeardCall[]>()
  private readonly ended = new Set<string>()

  /** `keyOf`: whose number that is, however it is dialled. */
  constructor(private readonly keyOf: (number: string) => LostKey) {}

  hear(call: string, as: readonly HeardCall[]): void {
    if (as.length > 0) this.calls.set(call, as)
  }

  over(call: string): void {
    if (this.calls.has(call)) this.ended.add(call)
  }

  /** Whose calls are known. */
  keys(call: string): LostKey[] {
    return (this.calls.get(call) ?? []).flatMap(({ number }) => (number === null ? [] : this.keyOf(number)))
  }

  /** Those that have ended by now; once written down they are `forget`ten. */
  endedNow(): string[] {
    return [...this.ended]
  }

  forget(calls: readonly string[]): void {
    for (const call of calls) {
      this.ended.delete(call)
      this.calls.delete(call)
    }
  }

  /** Talks with this caller that are not written down. */
  talks(key: LostKey, nameOf: NameOf, written: readonly string[] = []): LostEvent[] {
    return this.of(key, (call) => !written.includes(call)).flatMap(({ pbx, endpoint, direction, answeredAt: at }) =>
      at === null ? [] : { what: direction === 'in' ? 'answered' : 'called', at, by: nameOf(pbx, endpoint) },
    )
  }

  /** Who calls back now and is not answered yet; `null`: nobody. */
  calling(key: LostKey): Calling | null {
    const all = this.of(key, (call) => !this.ended.has(call))
    const call = all.find(({ direction, answeredAt }) => direction === 'out' && answeredAt === null)
    return call ? { pbx: call.pbx, endpoint: call.endpoint, since: call.startedAt } : null
  }

  private of(key: LostKey, counts: (call: string) => boolean): HeardCall[] {
    return [...this.calls]
      .filter(([call]) => counts(call))
      .flatMap(([, as]) => as.filter(({ number }) => number !== null && this.keyOf(number) === key))
  }
}
