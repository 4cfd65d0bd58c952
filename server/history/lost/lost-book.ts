import type { LostCaller } from '@/lib/domain/lost'
import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { phoneKey } from '@/server/socket/mine/own-phones'
import { repeat } from '@/server/socket/repeat'
import type { HeardCall } from '../followed-call'
import type { CallEar } from '../recorder'
import { findOut } from './find-out'
import { type LostKey, lostKeyOf } from './lost-keys'
import { LostShelf } from './lost-shelf'
import { OngoingCalls } from './ongoing-calls'
import { readPhoneNames } from './phone-names'
import { type RulesOf, readLosses, readLossesOf } from './read-losses'

const DAY_MS = 86_400_000
/** What changed is looked up so often, many changes at once. */
const LOOK_MS = 1_000
/** What came from elsewhere (an import, a caller forgotten by the command line) shows within this time. */
const REREAD_MS = 60_000

type BookOptions = {
  database: Database
  clock: Clock
  log: Pick<Log, 'warn'>
  /** Of so many days. */
  days: number
  claimMs: number
  rulesOf: RulesOf
  /** How a number is dialled here. */
  dialled(number: string): readonly string[]
  /** What a phone is called that is given to nobody. */
  memberName(pbx: string, endpoint: string): string | null
  /** Writes down what is known and not yet in the database. */
  written(): Promise<unknown>
}

/** A lost caller, with what goes on at this moment. */
export type LostNow = {
  key: LostKey
  caller: LostCaller
  /** Stands in a queue again. */
  isWaiting: boolean
  /** Is being called back, and has not answered. */
  calling: { by: string; since: number } | null
}

/**
 * Lost callers of the last days and what became of them: what the database says, with what goes on now, at hand for every
 * page at any time.
 */
export class LostBook implements CallEar {
  private readonly shelf = new LostShelf()
  private readonly ongoing = new OngoingCalls((number) => this.shelf.keyOf(number))
  /** Who waits now, by visit. */
  private readonly waiting = new Map<string, LostKey>()
  private readonly changed = new Set<LostKey>()
  /** When claims end by themselves. */
  private readonly claims = new Map<LostKey, number>()
  private readonly listeners = new Set<(queues: ReadonlySet<string | null>) => void>()
  private stops: (() => void)[] = []
  private names: ReadonlyMap<string, string> = new Map()
  private reading: Promise<void> = Promise.resolve()
  private changes = 0
  private listed: { version: number; all: readonly LostNow[] } = { version: -1, all: [] }

  constructor(private readonly options: BookOptions) {}

  /** Reads what there is; who asks before that is done waits for it. */
  start(): void {
    const { clock } = this.options
    void this.reread()
    this.stops = [repeat(clock, LOOK_MS, () => void this.look()), repeat(clock, REREAD_MS, () => void this.reread())]
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop()
    await this.reading
  }

  /** Another one whenever something is otherwise. */
  get version(): number {
    return this.changes
  }

  /** From when on callers are looked after, ms. */
  get since(): number {
    return this.options.clock.now() - this.options.days * DAY_MS
  }

  /** All that is known by now; the same list until something is otherwise. */
  async all(): Promise<readonly LostNow[]> {
    await this.reading
    if (this.listed.version !== this.changes) {
      const waiting = new Set(this.waiting.values())
      const all = [...this.shelf.entries()].flatMap(([key, callers]) =>
        callers.map((caller) => this.asItIs(key, caller, waiting)),
      )
      this.listed = { version: this.changes, all }
    }
    return this.listed.all
  }

  /** Whoever was lost by this visit; `null`: nobody, or no longer. */
  async find(loss: string): Promise<LostNow | null> {
    await this.reading
    const key = this.shelf.keyOfLoss(loss)
    if (key === null) return null
    const caller = this.shelf.of(key).find(({ losses }) => losses.some(({ id }) => id === loss))
    return caller ? this.asItIs(key, caller, new Set(this.waiting.values())) : null
  }

  /** Nothing has happened since to the same caller. */
  isLast({ key, caller }: LostNow): boolean {
    return this.shelf.of(key).at(-1)?.losses.at(-1)?.id === caller.losses.at(-1)?.id
  }

  /** When a claim ends by itself; `null`: it has, or there is none. */
  claimEnds({ claim, closed }: LostCaller): number | null {
    if (claim === null || closed !== null) return null
    const ends = claim.at + this.options.claimMs
    return ends > this.options.clock.now() ? ends : null
  }

  /** A new word on a visit. */
  visited(visit: Visit): void {
    const key = lostKeyOf(visit)
    const waits = visit.ending === null && visit.leftAt === null
    if (waits) this.waiting.set(visit.id, key)
    else this.waiting.delete(visit.id)
    const isLost = visit.ending !== null && visit.ending !== 'answered'
    if (isLost || this.shelf.of(key).length > 0) this.changed.add(key)
  }

  turnedAway(caller: Parameters<typeof lostKeyOf>[0]): void {
    this.changed.add(lostKeyOf(caller))
  }

  wants(number: string): boolean {
    return this.shelf.of(this.shelf.keyOf(number)).length > 0
  }

  hear(call: string, as: readonly HeardCall[]): void {
    this.ongoing.hear(call, as)
    for (const key of this.ongoing.keys(call)) this.changed.add(key)
  }

  over(call: string): void {
    this.ongoing.over(call)
    for (const key of this.ongoing.keys(call)) this.changed.add(key)
  }

  /** Finds out anew what became of some, and tells. Rejects while the database is away. */
  async refresh(keys: readonly LostKey[]): Promise<void> {
    const work = this.reading.then(() => this.readSome(keys))
    this.reading = work.catch(() => {})
    await work
  }

  /** Tells of changes, by the queues in which those callers were lost. Returns the undo. */
  onChange(listener: (queues: ReadonlySet<string | null>) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private asItIs(key: LostKey, caller: LostCaller, waiting: ReadonlySet<LostKey>): LostNow {
    if (caller.closed !== null) return { key, caller, isWaiting: false, calling: null }
    const calling = this.ongoing.calling(key)
    const by = calling && { by: this.nameOf(calling.pbx, calling.endpoint), since: calling.since }
    return { key, caller, isWaiting: waiting.has(key), calling: by }
  }

  private readonly nameOf = (pbx: string, endpoint: string): string =>
    this.names.get(phoneKey(pbx, endpoint)) ?? this.options.memberName(pbx, endpoint) ?? endpoint

  private async look(): Promise<void> {
    const keys = [...this.changed]
    if (keys.length > 0) await this.refresh(keys).catch((error: unknown) => this.complain(error))
    const now = this.options.clock.now()
    const over = [...this.claims].filter(([, ends]) => ends <= now).map(([key]) => key)
    for (const key of over) this.claims.delete(key)
    this.tell(over.flatMap((key) => [...this.shelf.of(key)]))
  }

  private reread(): Promise<void> {
    this.reading = this.reading.then(() => this.readAll()).catch((error: unknown) => this.complain(error))
    return this.reading
  }

  private async readAll(): Promise<void> {
    const { database, rulesOf } = this.options
    this.names = await readPhoneNames(database)
    const losses = await readLosses(database, this.since, rulesOf)
    const found = await findOut(losses, this.lookup())
    this.tell(this.shelf.put(null, found))
    this.claims.clear()
    this.noteClaims([...this.shelf.entries()].map(([key]) => key))
  }

  private async readSome(keys: readonly LostKey[]): Promise<void> {
    const { database, rulesOf, written } = this.options
    const ended = this.ongoing.endedNow()
    for (const key of keys) this.changed.delete(key)
    try {
      await written()
      this.names = await readPhoneNames(database)
      const losses = await readLossesOf(database, keys, this.since, rulesOf)
      const found = await findOut(losses, this.lookup(ended))
      this.ongoing.forget(ended)
      const touched = this.shelf.put(keys, found)
      this.noteClaims(keys)
      // Who waits or is called shows, too, though nothing is written of it.
      this.tell([...touched, ...keys.flatMap((key) => [...this.shelf.of(key)])])
    } catch (error) {
      for (const key of keys) this.changed.add(key)
      throw error
    }
  }

  /** `ended`: calls that are written down by now. */
  private lookup(ended: readonly string[] = []) {
    const { database, dialled } = this.options
    const live = (key: LostKey) => this.ongoing.talks(key, this.nameOf, ended)
    return { database, since: this.since, nameOf: this.nameOf, dialled, live }
  }

  private noteClaims(keys: readonly LostKey[]): void {
    for (const key of keys) {
      const last = this.shelf.of(key).at(-1)
      const ends = last ? this.claimEnds(last) : null
      if (ends === null) this.claims.delete(key)
      else this.claims.set(key, ends)
    }
  }

  private tell(callers: readonly LostCaller[]): void {
    if (callers.length === 0) return
    this.changes += 1
    const queues = new Set(callers.flatMap(({ losses }) => losses.map(({ queue }) => queue)))
    for (const listener of [...this.listeners]) listener(queues)
  }

  private complain(error: unknown): void {
    this.options.log.warn({ err: error }, 'lost callers could not be looked up; tried again')
  }
}
