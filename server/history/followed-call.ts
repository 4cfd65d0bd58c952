import type { Call } from '@/lib/domain/call'
import type { Place } from '@/server/socket/mine/own-phones'
import { numberKey } from './number-key'
import type { RecentRow } from './recent-rows'

/** A call that goes on, as one phone of the house has it: one that it makes, or took. */
export type HeardCall = {
  pbx: string
  endpoint: string
  direction: 'in' | 'out'
  /** Of the other side. */
  number: string | null
  startedAt: number
  /** `null`: not answered yet. One that talked before we looked is taken from its beginning. */
  answeredAt: number | null
}

/** A phone of the house, while a call was at it. */
type Phone = { endpoint: string; side: 'from' | 'to' }

/** What is remembered of a call while it lasts: its record forgets who left it. */
export class FollowedCall {
  private readonly phones = new Map<string, Phone>()
  private readonly talkers = new Set<string>()
  private isAnswered = false

  constructor(private last: Call) {}

  see(call: Call, places: readonly Place[]): void {
    this.last = call
    // A call that talked before we looked was answered, nobody knows when.
    this.isAnswered ||= call.answeredAt !== null || call.state === 'talking' || call.state === 'held'
    for (const { phone, side, rings } of places) {
      const endpoint = phone.slice(phone.indexOf('|') + 1)
      this.phones.set(endpoint, { endpoint, side })
      if (!rings && this.isAnswered) this.talkers.add(endpoint)
    }
  }

  /** Does one of its sides have such a number? */
  concerns(wanted: (number: string) => boolean): boolean {
    return [this.last.from.number, this.last.to?.number].some((number) => number != null && wanted(number))
  }

  /** As the phones of the house have it now that make it or took it. */
  heard(isHouse: (endpoint: string) => boolean): HeardCall[] {
    const { pbx, startedAt } = this.last
    return [...this.phones.values()].flatMap(({ endpoint, side }) => {
      const isAnswered = this.talkers.has(endpoint)
      if (!isHouse(endpoint) || (side === 'to' && !isAnswered)) return []
      const direction = side === 'from' ? 'out' : 'in'
      const { number } = this.common(direction, startedAt)
      return { pbx, endpoint, direction, number, startedAt, answeredAt: isAnswered ? this.answeredAt : null }
    })
  }

  private get answeredAt(): number {
    return this.last.answeredAt ?? this.last.startedAt
  }

  /**
   * One row per phone of the house at which it was, and one for a visit of a queue that nobody took. `queue`: its name.
   */
  rows(
    isHouse: (endpoint: string) => boolean,
    queue: string | null,
    waitMs: number | null,
    endedAt: number,
  ): RecentRow[] {
    const phones = [...this.phones.values()].filter(({ endpoint }) => isHouse(endpoint))
    const rows = phones.map((phone) => this.row(phone, queue, waitMs, endedAt))
    const isLost = queue !== null && !rows.some(({ outcome }) => outcome === 'answered')
    return isLost ? [...rows, this.lost(queue, waitMs, endedAt)] : rows
  }

  private row({ endpoint, side }: Phone, queue: string | null, waitMs: number | null, endedAt: number): RecentRow {
    const { answeredAt } = this.last
    const answered = this.talkers.has(endpoint)
    return {
      ...this.common(side === 'from' ? 'out' : 'in', endedAt),
      ...{ queue, agent: endpoint, wait_ms: waitMs },
      talk_ms: answered && answeredAt !== null ? endedAt - answeredAt : null,
      outcome: answered ? 'answered' : 'noAnswer',
    }
  }

  /** Answered without an agent of ours: it left the queue for elsewhere. */
  private lost(queue: string, waitMs: number | null, endedAt: number): RecentRow {
    const outcome = this.isAnswered ? 'left' : 'abandoned'
    return { ...this.common('in', endedAt), queue, agent: null, wait_ms: waitMs, talk_ms: null, outcome }
  }

  private common(direction: 'in' | 'out', endedAt: number) {
    const { pbx, id, startedAt, from, to } = this.last
    const other = direction === 'out' ? to : from
    const number = other?.number ?? null
    return {
      ...{ pbx, uniqueid: id, started_at: startedAt, ended_at: endedAt, direction, number },
      ...{ number_key: numberKey(number), name: other?.name ?? null },
    }
  }
}
