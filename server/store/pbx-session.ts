import type { Changes } from '@/lib/diff/types'
import { callerId, type PbxName, type QueueId } from '@/lib/domain/ids'
import type { AmiMessage, AmiStatus } from '@/server/ami/types'
import { normalise } from '@/server/events/normalise'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { SourceHandle } from './live-store'
import { type Taker, takerOf } from './reducers/pickups'
import type { Channel, PbxTables } from './reducers/tables'
import { Audit } from './session/audit'
import { AUDIT_EVERY_MS, AuditRounds } from './session/audit-rounds'
import { ConferenceRefresh } from './session/conference-refresh'
import { CounterWatch, type ParamsEvent } from './session/counter-watch'
import { type Difference, differenceKind } from './session/differences'
import { doubtOf } from './session/doubts'
import { LineReader } from './session/lines/line-reader'
import { LineRefresh } from './session/lines/line-refresh'
import { LinkTracker } from './session/link-tracker'
import { ListReader } from './session/list-reader'
import { onEveryMinute } from './session/minute-ticks'
import { PbxClock } from './session/pbx-clock'
import { Picture } from './session/picture'
import { type PictureCheck, QueueCheck } from './session/queue-check'
import { type CallerEvent, COUNTERS_AFTER_MS, QueueRefresh, refreshesAfter } from './session/queue-refresh'
import type { PbxFacts } from './session/read-everything'
import { Resync } from './session/resync'
import { RunOfAsterisk } from './session/run-of-asterisk'
import type { PbxSession, PbxSessionOptions } from './session/session-types'
import type { SessionStats } from './session-stats'

export type { PbxSession }

/** A list that was asked for is in by then, ms. */
const PLACES_TRUSTED_MS = 2000

/** Keeps one PBX's part of the store true: first load, live events, resync, audit. */
export function createPbxSession(options: PbxSessionOptions): PbxSession {
  return new Session(options)
}

class Session implements PbxSession {
  readonly pbx: PbxName
  private readonly events: Partial<Record<PbxEvent['type'], number>> = {}
  private readonly auditDifferences: Record<string, number> = {}
  private missing: readonly string[] = []
  private readonly run = new RunOfAsterisk()
  private readonly pbxClock = new PbxClock()
  private readonly watch = new CounterWatch()
  private readonly queueCheck = new QueueCheck()
  private readonly picture: Picture
  private readonly reader: ListReader
  private readonly link: LinkTracker
  private readonly resync: Resync
  private readonly rounds: AuditRounds
  private readonly refresh: QueueRefresh
  private readonly conferences: ConferenceRefresh
  private readonly lines: LineReader
  private readonly lineRefresh: LineRefresh
  private readonly source: SourceHandle
  private readonly undo: (() => void)[] = []
  /** Until when a list may move a queue's callers: it can be ahead of events, and is asked for only after a change of ours. */
  private readonly placesTrusted = new Map<QueueId, number>()
  private readonly listeners = new Set<{ listener: (event: PbxEvent) => void }>()

  constructor(private readonly options: PbxSessionOptions) {
    const { pbx, label = pbx, connection, store, clock, demo, log, settings, trunk } = options
    const { auditMs: everyMs = AUDIT_EVERY_MS, random = Math.random } = options
    this.pbx = pbx
    this.picture = new Picture({ pbx, settings, trunk })
    const picture = this.picture
    this.link = new LinkTracker({ pbx, label, demo, clock, connection, changed: () => this.source?.linkChanged() })
    this.source = store.attach({
      tables: picture.tables,
      settle: () => picture.settle(),
      link: () => this.link.health,
    })
    const reader = new ListReader(connection)
    this.reader = reader
    const live = () => this.link.state === 'live'
    const params = (event: ParamsEvent) => this.takeParams(event)
    const caller = (event: CallerEvent) => this.takeCaller(event)
    this.refresh = new QueueRefresh({ reader, clock, live, params, caller })
    const apply = (event: PbxEvent) => this.apply(event)
    this.conferences = new ConferenceRefresh({ reader, clock, live, apply })
    const lines = new LineReader({ connection, reader, clock })
    this.lines = lines
    this.lineRefresh = new LineRefresh({ lines, reader, clock, random, live, tables: () => picture.tables, apply })
    const heal = (event: PbxEvent | null, what: Difference) => this.heal(event, what)
    const queuesAudited = (healed: readonly Difference[]) => this.queueCheck.audited(clock.now(), healed)
    const audit = new Audit({ picture, reader, clock, live, params, heal, queuesAudited })
    this.rounds = new AuditRounds({ audit, clock, everyMs, random, live })
    this.resync = new Resync({
      connection,
      reader,
      lines,
      picture,
      clock,
      run: this.run,
      watch: this.watch,
      log,
      swapped: (tables, facts) => this.swapped(tables, facts),
      failed: (error) => {
        if (!live()) this.link.fail(error)
      },
    })
  }

  start(): void {
    const { connection, store, clock } = this.options
    const message = (one: AmiMessage, receivedAt: number) => this.onMessage(one, receivedAt)
    this.undo.push(connection.subscribe({ message, status: (status) => this.onStatus(status) }))
    this.undo.push(store.onFlush((changes) => this.onFlush(changes)))
    this.undo.push(onEveryMinute(clock, (minute) => this.onMinute(minute)))
    connection.start()
  }

  async close(): Promise<void> {
    await this.options.connection.close()
    for (const undo of this.undo.splice(0)) undo()
    this.disconnected()
    this.source.detach()
  }

  audit(): Promise<number | null> {
    return this.rounds.audit()
  }

  check(): PictureCheck {
    return { pbx: this.pbx, isLive: this.link.state === 'live', ...this.queueCheck.told() }
  }

  settingsChanged(): void {
    const { queues } = this.picture.tables
    for (const [id, { name }] of [...queues.entries()]) {
      const { label, limits } = this.options.settings(name)
      queues.patch(id, { label, limits })
    }
    this.source.touched()
  }

  rereadCallers(queue: string): void {
    this.placesTrusted.set(this.picture.tables.ids.queue(queue), this.options.clock.now() + PLACES_TRUSTED_MS)
    this.refresh.want(queue, 0)
  }

  onEvent(listener: (event: PbxEvent) => void): () => void {
    const registration = { listener }
    this.listeners.add(registration)
    return () => this.listeners.delete(registration)
  }

  channel(uniqueid: string): Channel | undefined {
    return this.picture.tables.channels.get(uniqueid)
  }

  takerOf(queue: string, agentUniqueid: string | null): Taker | null {
    return takerOf(this.picture.tables, queue, agentUniqueid)
  }

  stats(): SessionStats {
    return {
      events: { ...this.events },
      reduces: this.picture.reduces,
      resyncs: this.resync.count,
      resyncFailures: this.resync.failures,
      lastResyncMs: this.resync.lastMs,
      audits: this.rounds.count,
      auditDifferences: { ...this.auditDifferences },
      counterRefreshes: this.refresh.count,
      clockAheadMs: this.pbxClock.ahead,
      missing: this.missing,
    }
  }

  private onStatus(status: AmiStatus): void {
    this.link.follow(status)
    if (status.state === 'ready') this.resync.connected()
    else this.disconnected()
  }

  private disconnected(): void {
    this.resync.disconnected()
    this.pbxClock.forget()
    this.run.booted = null
    this.refresh.cancel()
    this.conferences.cancel()
    this.lineRefresh.end()
    this.lines.forget()
    this.rounds.end()
  }

  private onMessage(message: AmiMessage, receivedAt: number): void {
    if (this.pbxClock.hear(message, receivedAt)) this.onOtherClock()
    const event = normalise(message, receivedAt, this.pbxClock.ahead)
    if (event === null) return
    this.events[event.type] = (this.events[event.type] ?? 0) + 1
    if (!this.reader.take(message, event)) this.onLive(event)
  }

  /** What was read by the old clock is read anew. */
  private onOtherClock(): void {
    const { ahead } = this.pbxClock
    this.options.log.warn({ aheadMs: ahead }, "The PBX's clock differs from ours: its times are told by ours")
    if (this.link.state === 'live') this.resync.soon()
  }

  private onLive(event: PbxEvent): void {
    this.apply(event)
    for (const { listener } of this.listeners) listener(event)
    this.conferences.hear(event)
    this.lineRefresh.hear(event)
    switch (event.type) {
      case 'booted':
        this.run.hear(event)
        break
      case 'reloaded':
        this.lines.forget()
        this.resync.soon()
        break
      case 'shutdown':
        this.link.shutdown(event.restart)
        break
      case 'agentCompleted':
      case 'callerAbandoned':
        this.refresh.want(event.queue, COUNTERS_AFTER_MS)
        break
      default:
        this.checkFit(event)
    }
  }

  private checkFit(event: PbxEvent): void {
    if (this.link.state !== 'live') return
    const doubt = doubtOf(event, this.picture.tables)
    if (doubt !== null) this.resync.doubt(doubt)
  }

  private apply(event: PbxEvent): void {
    this.picture.live(event)
    this.source.touched()
  }

  /** A queue's parameters, asked for between two resyncs. */
  private takeParams(event: ParamsEvent): void {
    if (this.watch.fell(event)) this.apply({ type: 'queueCountersReset', at: event.at, queue: event.queue })
    this.apply(event)
  }

  /** A caller as a queue's list tells it: nothing but the priority is news, and places may be ahead of events. */
  private takeCaller(event: CallerEvent): void {
    const { callers, ids } = this.picture.tables
    const known = callers.get(callerId(this.pbx, event.uniqueid))
    const queue = ids.queue(event.queue)
    if (known?.queue !== queue) return
    const { clock } = this.options
    const position = clock.now() < (this.placesTrusted.get(queue) ?? 0) ? event.position : known.position
    if (known.priority === event.priority && known.position === position) return
    this.apply({ ...event, position, joinedAt: known.joinedAt })
  }

  /** What was told to screens shows which queues have news that no event tells. */
  private onFlush(changes: Changes): void {
    if (this.link.state !== 'live') return
    for (const [id, afterMs] of refreshesAfter(changes)) {
      const queue = this.picture.tables.queues.get(id)
      if (queue) this.refresh.want(queue.name, afterMs)
    }
  }

  private heal(event: PbxEvent | null, difference: Difference): void {
    const { id, fields } = difference
    const kind = differenceKind(difference)
    this.auditDifferences[kind] = (this.auditDifferences[kind] ?? 0) + 1
    this.options.log.warn({ kind, id, fields }, 'The picture differed from the PBX and is put right')
    if (event === null) this.resync.soon()
    else this.apply(event)
  }

  private swapped(tables: PbxTables, { asteriskVersion, missing, absent }: PbxFacts): void {
    if (missing.some((list) => !this.missing.includes(list)))
      this.options.log.warn({ missing }, 'This PBX does not answer some lists: what they tell is missing on screens')
    this.missing = [...missing, ...absent]
    this.source.replace(tables)
    this.options.store.flush()
    this.queueCheck.read(this.options.clock.now(), this.link.state !== 'live')
    this.link.live(asteriskVersion)
    this.onMinute(this.options.clock.now())
    this.rounds.begin()
    this.lineRefresh.begin()
  }

  /** Minutes that pass unseen stay gaps. */
  private onMinute(minute: number): void {
    if (this.link.state === 'live') this.apply({ type: 'tick', at: minute })
  }
}
