import type { Changes } from '@/lib/diff/types'
import type { Call } from '@/lib/domain/call'
import { endpointOfInterface, endpointsOfHint } from '@/lib/domain/endpoint'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { type ChannelOf, phoneKey, placesOf } from '@/server/socket/mine/own-phones'
import { Waits } from '@/server/socket/mine/waits'
import { repeat } from '@/server/socket/repeat'
import type { LiveStore } from '@/server/store/types'
import { BatchWriter } from './batch-writer'
import { FollowedCall, type HeardCall } from './followed-call'
import { insertRecent, type RecentRow } from './recent-rows'
import type { WriterState } from './writer-state'

/** What ended longer ago is forgotten. */
const KEPT_MS = 30 * 86_400_000
const TIDY_MS = 3_600_000
/** How often we look whose phones are given to people. */
const PHONES_MS = 10_000

/** Who waits for news of some numbers: to be told of calls while they go on. */
export type CallEar = {
  wants(number: string): boolean
  hear(call: string, as: readonly HeardCall[]): void
  /** It has ended, and will be written down. */
  over(call: string): void
}

type RecorderOptions = {
  database: Database
  store: LiveStore
  channelOf: ChannelOf
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
  ear?: CallEar
}

/** Writes down the calls that end. */
export class Recorder {
  private readonly followed = new Map<string, FollowedCall>()
  private readonly waits: Waits
  private readonly stops: (() => void)[]
  private readonly writer: BatchWriter<RecentRow>
  /** Each row is one more, and none is written in place of another. */
  private rows = 0
  /** Phones given to people, `pbx|endpoint`. */
  private given: ReadonlySet<string> = new Set()

  constructor(private readonly options: RecorderOptions) {
    const { store, clock, database, log } = options
    this.writer = new BatchWriter({
      what: 'calls that ended',
      upsert: (rows) => insertRecent(database, rows),
      ...{ clock, log },
    })
    this.waits = new Waits(store.tables.callers.values())
    this.stops = [
      store.onFlush((changes) => this.flush(changes)),
      repeat(clock, TIDY_MS, () => void this.tidy()),
      repeat(clock, PHONES_MS, () => void this.readPhones()),
    ]
    void this.readPhones()
  }

  async close(): Promise<void> {
    for (const stop of this.stops) stop()
    await this.writer.close()
  }

  /** How writing stands. */
  get state(): WriterState {
    return this.writer.state
  }

  /** Writes what waits. Never rejects. */
  write(): Promise<void> {
    return this.writer.write()
  }

  private flush({ calls, callers }: Changes): void {
    const { clock, channelOf } = this.options
    const now = clock.now()
    for (const [id, { before, after }] of calls) {
      if (after) {
        const followed = this.followed.get(id) ?? new FollowedCall(after)
        this.followed.set(id, followed)
        followed.see(after, placesOf(after, channelOf))
        this.tell(id, followed, after.pbx)
      } else if (before) this.end(id, before, now)
    }
    this.waits.flush(callers.values(), calls.values(), now)
  }

  private tell(id: string, followed: FollowedCall, pbx: string): void {
    const { ear } = this.options
    if (ear && followed.concerns((number) => ear.wants(number))) ear.hear(id, followed.heard(this.houseOf(pbx)))
  }

  private end(id: string, call: Call, now: number): void {
    const followed = this.followed.get(id) ?? new FollowedCall(call)
    this.followed.delete(id)
    this.options.ear?.over(id)
    const queue = call.queue === null ? null : (this.options.store.tables.queues.get(call.queue)?.name ?? null)
    const waited = this.waits.secondsOf(call, now)
    const rows = followed.rows(this.houseOf(call.pbx), queue, waited === null ? null : waited * 1000, now)
    for (const row of rows) this.writer.put(String(this.rows++), row)
  }

  /** Members' phones, those given to people and those with a hint; everything else is a line to the outside. */
  private houseOf(pbx: string): (endpoint: string) => boolean {
    const { members, extensions } = this.options.store.tables
    const house = new Set<string>()
    for (const member of members.values()) if (member.pbx === pbx) house.add(endpointOfInterface(member.interface))
    for (const { hint, pbx: at } of extensions.values()) {
      if (at === pbx) for (const endpoint of endpointsOfHint(hint)) house.add(endpoint)
    }
    return (endpoint) => house.has(endpoint) || this.given.has(phoneKey(pbx, endpoint))
  }

  private async readPhones(): Promise<void> {
    try {
      const phones = await this.options.database.db.selectFrom('phones').select(['pbx', 'interface']).execute()
      this.given = new Set(phones.map((phone) => phoneKey(phone.pbx, endpointOfInterface(phone.interface))))
    } catch (error) {
      this.options.log.warn({ err: error }, 'the phones of people could not be read')
    }
  }

  /** Forgets what is too old. */
  async tidy(): Promise<void> {
    const { database, clock, log } = this.options
    const oldest = clock.now() - KEPT_MS
    await database.db
      .deleteFrom('recent_calls')
      .where('ended_at', '<', oldest)
      .execute()
      .catch((error: unknown) => log.warn({ err: error }, 'old calls could not be forgotten'))
  }
}
