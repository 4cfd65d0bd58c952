import type { Stretch } from '@/lib/domain/gap'
import type { OpenVisit } from '../visits/open-visit'

const SECOND_MS = 1_000

/**
 * The visits of a log that are not over, found by what a line tells of them: however many there are, as of lines in no order,
 * of which most have no end.
 */
export class OpenVisits {
  /** By caller and queue; whoever was sent back to a queue in mid-talk has two there until the end. */
  private readonly byKey = new Map<string, OpenVisit[]>()
  private readonly byQueue = new Lists()
  private readonly byEntry = new Lists()
  private readonly byAgent = new Lists()

  get all(): OpenVisit[] {
    return [...this.byKey.values()].flat()
  }

  of(key: string): readonly OpenVisit[] {
    return this.byKey.get(key) ?? []
  }

  /** Those that entered a queue from one moment to another (included), ms; in any order. */
  enteredWithin(queue: string, { from, to }: Stretch): OpenVisit[] {
    return [...this.nearly(queue, from, to)].filter(({ record }) => record.enteredAt >= from && record.enteredAt <= to)
  }

  /** Second by second, unless the queue has fewer visits than that. */
  private *nearly(queue: string, from: number, to: number): Generator<OpenVisit> {
    const all = this.byQueue.of(queue)
    if (secondOf(to) - secondOf(from) > all.size) yield* all
    else
      for (let second = secondOf(from); second <= secondOf(to); second++) yield* this.byEntry.of(`${queue}|${second}`)
  }

  talksOf(queue: string, agent: string): Iterable<OpenVisit> {
    return this.byAgent.of(`${queue}|${agent}`)
  }

  add(key: string, visit: OpenVisit): void {
    const { queue, enteredAt } = visit.record
    this.byKey.set(key, [...this.of(key), visit])
    this.byQueue.add(queue, visit)
    this.byEntry.add(`${queue}|${secondOf(enteredAt)}`, visit)
  }

  /** An agent answered. */
  talks(visit: OpenVisit, agent: string): void {
    this.byAgent.add(`${visit.record.queue}|${agent}`, visit)
  }

  remove(visit: OpenVisit): void {
    const { uniqueid, queue, enteredAt, agentName } = visit.record
    const key = `${uniqueid}|${queue}`
    const others = this.of(key).filter((one) => one !== visit)
    if (others.length > 0) this.byKey.set(key, others)
    else this.byKey.delete(key)
    this.byQueue.remove(queue, visit)
    this.byEntry.remove(`${queue}|${secondOf(enteredAt)}`, visit)
    if (agentName !== null) this.byAgent.remove(`${queue}|${agentName}`, visit)
  }
}

const NOBODY: ReadonlySet<OpenVisit> = new Set()

class Lists {
  private readonly lists = new Map<string, Set<OpenVisit>>()

  of(key: string): ReadonlySet<OpenVisit> {
    return this.lists.get(key) ?? NOBODY
  }

  add(key: string, visit: OpenVisit): void {
    const list = this.lists.get(key) ?? new Set()
    this.lists.set(key, list.add(visit))
  }

  remove(key: string, visit: OpenVisit): void {
    const list = this.lists.get(key)
    list?.delete(visit)
    if (list?.size === 0) this.lists.delete(key)
  }
}

function secondOf(at: number): number {
  return Math.floor(at / SECOND_MS)
}
