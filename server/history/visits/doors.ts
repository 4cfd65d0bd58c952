import type { PbxName } from '@/lib/domain/ids'
import type { Ending, TurnedAway } from '@/lib/domain/visit'
import type { PbxEvent } from '@/server/events/pbx-event'
import { endingOfStatus } from './endings'

const TURNED_AWAY: ReadonlySet<string> = new Set(['JOINEMPTY', 'JOINUNAVAIL', 'FULL'])

/**
 * Who stands at the door of which queue, and who came through one before. Of who is turned away Asterisk tells
 * `QUEUESTATUS` alone, without the queue.
 */
export class Doors {
  private readonly seeking = new Map<string, string>()
  /** Told to be turned away, until their channel is gone: its hang-up may say so once more. */
  private readonly told = new Set<string>()

  /** The last visit of each channel that is there. */
  private readonly visits = new Map<string, string>()
  /** `QUEUESTATUS` of each as it was last told: it stays as it is while the channel is in the next queue. */
  private readonly statuses = new Map<string, string>()

  constructor(private readonly pbx: PbxName) {}

  get size(): number {
    return this.seeking.size + this.told.size + this.visits.size + this.statuses.size
  }

  seeks({ uniqueid, queue }: { uniqueid: string; queue: string }): void {
    this.seeking.set(uniqueid, queue)
  }

  enters({ uniqueid, id }: { uniqueid: string; id: string }): void {
    this.seeking.delete(uniqueid)
    this.visits.set(uniqueid, id)
  }

  /** The visit before, however long it is over: a transfer ends one at once. */
  lastVisit(uniqueid: string): string | null {
    return this.visits.get(uniqueid) ?? null
  }

  /** What was known of `QUEUESTATUS` before. */
  statusOf(uniqueid: string): string | null {
    return this.statuses.get(uniqueid) ?? null
  }

  /** Remembered of channels that are there, and were in a queue. */
  statusIs(uniqueid: string, status: string): void {
    if (this.visits.has(uniqueid)) this.statuses.set(uniqueid, status)
  }

  /**
   * How a channel that lives on was let go of, by its `QUEUESTATUS`. The same as before may be what the queue before has left
   * there, unless it turns out that nobody sent the caller elsewhere (`isLetGo`).
   */
  async askEnding(
    uniqueid: string,
    ask: (uniqueid: string) => Promise<string | null>,
    isLetGo: () => Promise<boolean>,
  ): Promise<Ending> {
    const before = this.statusOf(uniqueid)
    const status = await ask(uniqueid)
    if (status) this.statusIs(uniqueid, status)
    return status === before && status !== null && !(await isLetGo()) ? 'lost' : endingOfStatus(status)
  }

  /** `null`: this status says something else. */
  turnsAway({
    at,
    uniqueid,
    status,
    caller,
  }: Omit<Extract<PbxEvent, { type: 'queueStatusSet' }>, 'type'>): TurnedAway | null {
    if (!TURNED_AWAY.has(status)) return null
    const queue = this.seeking.get(uniqueid) ?? null
    this.seeking.delete(uniqueid)
    this.told.add(uniqueid)
    return { id: `${this.pbx}|${uniqueid}|${at}`, pbx: this.pbx, queue, uniqueid, ...caller, at, why: status }
  }

  wasTold(uniqueid: string): boolean {
    return this.told.has(uniqueid)
  }

  /** The channel is gone. */
  forget(uniqueid: string): void {
    this.seeking.delete(uniqueid)
    this.told.delete(uniqueid)
    this.visits.delete(uniqueid)
    this.statuses.delete(uniqueid)
  }

  /** Nothing was seen for a while: who is gone since is forgotten. */
  keepOnly(exists: (uniqueid: string) => boolean): void {
    for (const uniqueid of [...this.seeking.keys(), ...this.told, ...this.visits.keys()]) {
      if (!exists(uniqueid)) this.forget(uniqueid)
    }
  }
}
