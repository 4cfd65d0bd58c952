import { BEGINNING } from '@/lib/domain/gap'
import { memberId } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import type { PbxSession } from '@/server/store/pbx-session'
import type { LiveStore } from '@/server/store/types'
import type { ToldSpan } from '../agents/agent-follower'
import type { WriterState } from '../writer-state'
import { keepGapCalls } from './gap-calls'
import { type Gap, Gaps } from './gaps'
import type { Entry } from './open-visit'
import { type Counters, countersOf, growthOf, QueueCounters } from './queue-counters'
import { Retries } from './retries'
import { keepTurnedAway } from './turned-away'
import { VisitFollower } from './visit-follower'
import { visitOf } from './visit-rows'
import type { VisitWriter } from './visit-writer'

/** So often it is noted that the PBX is still watched: after a kill the gap begins up to so much too early, never late. */
const WATCHED_MS = 5_000

type RecorderOptions = {
  session: Pick<PbxSession, 'pbx' | 'onEvent' | 'channel' | 'takerOf'>
  store: Pick<LiveStore, 'tables' | 'links' | 'onLink'>
  writer: Pick<VisitWriter, 'put' | 'write' | 'state'>
  database: Database
  clock: Clock
  log: Pick<Log, 'warn'>
  /** Calls came before anybody looked: of that time nothing is recorded, and figures say so. */
  hasPast?: boolean
  /** QUEUESTATUS of a channel that is there; `null`: it cannot be asked for. */
  askStatus(uniqueid: string): Promise<string | null>
  /** As of `FollowerOptions`. */
  askPlace?(uniqueid: string): Promise<string | null>
  tellsPlaces?(): boolean
  /** Are members' spans told, by `takeSpan`? Else no wrap-up is known. */
  hearsSpans?: boolean
  /** Each new word on a visit. */
  told?(visit: Visit): void
  turnedAway?(one: TurnedAway): void
  /** Nothing is seen since (ms); `null`: it is again, and `gap` was not. */
  sees?(blindSince: number | null, gap: Gap | null): void
}

/** Follows one PBX's visits from event to database, over lost links and restarts. */
export class VisitRecorder {
  private readonly follower: VisitFollower
  private readonly gaps: Gaps
  private readonly stops: (() => void)[] = []
  private readonly notes: Retries
  /** Until when it was watched, while it is not; `null`: it is, or never was. */
  private blindSince: number | null = null
  private readonly counters: QueueCounters
  /** Asterisk's own counters as they stood when we last looked. */
  private countersBefore: readonly Counters[] = []
  private noting: Promise<void> = Promise.resolve()
  /** The note that waits for the one before. */
  private nextNote: Promise<void> | null = null

  constructor(private readonly options: RecorderOptions) {
    const { session, store, database } = options
    const { pbx } = session
    this.notes = new Retries(options.clock, (error) => this.complain(error))
    this.gaps = new Gaps(database, pbx)
    this.counters = new QueueCounters(database, pbx)
    this.follower = new VisitFollower({
      pbx,
      channelName: (uniqueid) => session.channel(uniqueid)?.name ?? null,
      memberName: (queue, iface) => store.tables.members.get(memberId(pbx, queue, iface))?.name ?? null,
      takerOf: (queue, agentUniqueid) => session.takerOf(queue, agentUniqueid),
      ...(options.hearsSpans && {
        wrappingUp: (queue, iface) => store.tables.members.get(memberId(pbx, queue, iface)),
      }),
      told: (visit) => {
        options.writer.put(visit)
        options.told?.(visit)
      },
      askStatus: options.askStatus,
      ...(options.askPlace && { askPlace: options.askPlace }),
      otherHalf: (uniqueid) => session.channel(uniqueid)?.otherHalf ?? null,
      tellsPlaces: () => options.tellsPlaces?.() ?? false,
      turnedAway: (one) => this.turnsAway(one),
    })
  }

  /** Takes up what an earlier process left, and follows from now on. To be called before the session starts. */
  async start(): Promise<void> {
    const { session, store, clock, database, hasPast = false } = this.options
    const watchedUntil = await this.gaps.watchedUntil()
    if (hasPast && watchedUntil !== null) await this.gaps.keepBeginning()
    this.blindSince = watchedUntil ?? (hasPast ? BEGINNING : null)
    this.countersBefore = await this.counters.read()
    if (this.blindSince !== null) this.loses(this.blindSince)
    const left = await database.db
      .selectFrom('visits')
      .selectAll()
      .where('is_open', '=', 1)
      .where('pbx', '=', session.pbx)
      .execute()
    this.follower.adopt(left.map(visitOf))
    this.stops.push(
      session.onEvent((event) => this.follower.take(event)),
      store.onLink((link) => this.linkChanged(link)),
      repeat(clock, WATCHED_MS, () => {
        this.follower.passes(clock.now())
        void this.noteWatched()
      }),
    )
  }

  /** What an agent does, as it is told of. */
  takeSpan(span: ToldSpan): void {
    this.follower.takeSpan(span)
  }

  /** How writing stands of what is kept besides visits: gaps, and who was turned away. */
  get state(): WriterState {
    return this.notes.state
  }

  /** How many visits are kept in mind: those under way, and those of which more may become known. */
  get remembered(): number {
    return this.follower.size
  }

  /** Writes down what waits, besides visits. Never rejects. */
  written(): Promise<void> {
    return this.notes.try()
  }

  /** Visits under way now. */
  open(): Visit[] {
    return this.follower.open()
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop()
    await this.noteWatched()
  }

  private linkChanged({ pbx, state, heardAt }: LinkHealth): void {
    if (pbx !== this.options.session.pbx) return
    if (state === 'live') this.seeAgain()
    else if (this.blindSince === null && heardAt !== null) {
      this.blindSince = heardAt
      this.countersBefore = this.countersAt(heardAt)
      this.loses(heardAt)
    }
  }

  private loses(since: number): void {
    this.follower.loses(since)
    this.options.sees?.(since, null)
  }

  private seeAgain(): void {
    const now = this.options.clock.now()
    // A clock that was put back meanwhile makes no gap end before it begins.
    const gap = { from: Math.min(this.blindSince ?? now, now), to: now }
    const { late } = this.follower.reconcile(gap, this.standing())
    const isGap = this.blindSince !== null
    if (isGap) this.noteGap(gap, late)
    this.blindSince = null
    this.options.sees?.(null, isGap ? gap : null)
    void this.noteWatched()
  }

  private noteGap(gap: Gap, late: readonly string[]): void {
    const { writer, database, session } = this.options
    const before = new Map(this.countersBefore.map((one) => [one.queue, one]))
    const growths = this.countersAt(gap.to).flatMap((after) => {
      const earlier = before.get(after.queue)
      return earlier ? [growthOf(earlier, after)] : []
    })
    this.notes.put(() => this.gaps.add(gap))
    this.notes.put(async () => {
      // What is known otherwise is counted among the visits.
      await writer.write()
      if (writer.state.failingSince !== null) throw new Error(`visits wait: ${writer.state.error}`)
      await keepGapCalls(database, session.pbx, gap, growths, late)
    })
  }

  private countersAt(at: number): Counters[] {
    const { store, session } = this.options
    const queues = [...store.tables.queues.values()].filter(({ pbx }) => pbx === session.pbx)
    return queues.map((queue) => countersOf(queue, at))
  }

  private standing() {
    const { session, store } = this.options
    const { pbx } = session
    const { callers, queues } = store.tables
    const entries = [...callers.values()].filter((caller) => caller.pbx === pbx)
    return {
      exists: (uniqueid: string) => session.channel(uniqueid) !== undefined,
      callers: entries.map(
        ({ uniqueid, queue, number, name, joinedAt, position, priority }): Entry => ({
          ...{ pbx, queue: queues.get(queue)?.name ?? queue, uniqueid, number, name, at: joinedAt, position, priority },
          ...{ isPartlyUnseen: true, previous: null },
        }),
      ),
    }
  }

  /** One note after the other, each of its own moment: on PostgreSQL an earlier one could else be written over a later one. */
  private noteWatched(): Promise<void> {
    this.nextNote ??= this.noting.then(() => {
      this.nextNote = null
      return this.noteNow()
    })
    this.noting = this.nextNote
    return this.noting
  }

  /** Not before a gap is written down that has passed: else a kill would take it along. Never rejects. */
  private async noteNow(): Promise<void> {
    const { store, session, clock } = this.options
    if (!this.notes.isDone) await this.notes.try()
    const link = store.links.get(session.pbx)
    if (link?.state !== 'live' || this.blindSince !== null || !this.notes.isDone) return
    const at = link.heardAt ?? clock.now()
    try {
      await this.counters.keep(this.countersAt(at))
      await this.gaps.watched(at)
    } catch (error) {
      this.complain(error)
    }
  }

  /** The dialplan may write a queue's name in any case. */
  private turnsAway(told: TurnedAway): void {
    const { database, store } = this.options
    const name = told.queue?.toLowerCase()
    const known = [...store.tables.queues.values()].find(
      (one) => one.pbx === told.pbx && one.name.toLowerCase() === name,
    )
    const one = { ...told, queue: known?.name ?? told.queue }
    this.notes.put(() => keepTurnedAway(database, [one]))
    this.options.turnedAway?.(one)
  }

  private complain(error: unknown): void {
    this.options.log.warn({ err: error }, 'history could not be written down; tried again')
  }
}
