import type { Change, Changes } from '@/lib/diff/types'
import type { LinkHealth } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Log } from '@/server/log'
import { repeat } from '@/server/socket/repeat'
import type { PbxSession } from '@/server/store/pbx-session'
import type { LiveStore } from '@/server/store/types'
import { BatchWriter } from '../batch-writer'
import { Retries } from '../visits/retries'
import { together, type WriterState } from '../writer-state'
import { AgentFollower, type MemberChange, type ToldSpan } from './agent-follower'
import { Moments } from './moments'
import { endSpans, keyOf, rowOf, type SpanRow, upsertSpans } from './span-rows'

/** Wrap-ups end by time, so often looked for. */
const PASSES_MS = 1_000
const CUT_MS = 60_000

type RecorderOptions = {
  session: Pick<PbxSession, 'pbx' | 'onEvent'>
  store: Pick<LiveStore, 'tables' | 'links' | 'onFlush' | 'onLink'>
  database: Database
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
  /** Up to when this PBX was watched by an earlier process (ms); `null`: never. */
  watchedUntil(): Promise<number | null>
  /** Each new word on a span. */
  told?(span: ToldSpan): void
}

/**
 * Follows what one PBX's agents do from the live picture to the database, flush by flush, over lost links and restarts. What
 * is going on is kept open; what an earlier process left open ends where it was last watched.
 */
export class AgentRecorder {
  private readonly follower: AgentFollower
  private readonly writer: BatchWriter<SpanRow>
  private readonly moments = new Moments()
  private readonly notes: Retries
  private readonly stops: (() => void)[] = []
  private sees = false

  constructor(private readonly options: RecorderOptions) {
    const { store, database, clock, log, told } = options
    this.notes = new Retries(clock, (error) =>
      log.warn({ err: error }, "agents' times of before could not be ended; tried again"),
    )
    const upsert = (rows: readonly SpanRow[]) => upsertSpans(database, rows)
    this.writer = new BatchWriter({ what: "agents' times", upsert, clock, log })
    this.follower = new AgentFollower({
      queueName: ({ queue }) => store.tables.queues.get(queue)?.name ?? queue,
      told: (span) => {
        const row = rowOf(span)
        this.writer.put(keyOf(row), row)
        told?.(span)
      },
    })
  }

  get state(): WriterState {
    return together(this.writer.state, this.notes.state)
  }

  /** Ends what an earlier process left, and follows from now on. To be called before the session starts. */
  async start(): Promise<void> {
    const { session, store, clock, database, watchedUntil } = this.options
    const [until, now] = [await watchedUntil(), clock.now()]
    this.notes.put(() => endSpans(database, session.pbx, until ?? 0, now))
    await this.notes.try()
    this.stops.push(
      session.onEvent((event) => this.hear(event)),
      store.onFlush((changes) => this.flushed(changes)),
      store.onLink((link) => this.linkChanged(link)),
      repeat(clock, PASSES_MS, () => this.passes()),
      repeat(clock, CUT_MS, () => this.cut()),
    )
  }

  /** Writes what waits, as it is now. Never rejects. */
  write(): Promise<void> {
    this.passes()
    return this.writer.write()
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop()
    await this.writer.close()
  }

  private hear(event: PbxEvent): void {
    if (this.sees) this.moments.hear(event)
  }

  private flushed({ members }: Changes): void {
    if (!this.sees || members.size === 0) return
    const { session, clock } = this.options
    const now = clock.now()
    const changes: MemberChange[] = []
    for (const [id, change] of members) {
      if ((change.after ?? change.before)?.pbx !== session.pbx || isNoNews(change)) continue
      changes.push({ id, ...change, at: this.moments.of(change, this.nameOf, now) })
    }
    this.follower.take(changes)
    this.moments.forget()
  }

  private readonly nameOf = (queue: string) => this.options.store.tables.queues.get(queue)?.name ?? queue

  private linkChanged({ pbx, state, heardAt }: LinkHealth): void {
    const { session, store, clock } = this.options
    if (pbx !== session.pbx || this.sees === (state === 'live')) return
    this.sees = state === 'live'
    if (!this.sees) this.follower.blind(heardAt ?? clock.now())
    else {
      const now = clock.now()
      const members = [...store.tables.members.values()].filter((member) => member.pbx === pbx)
      this.follower.take(members.map((member) => ({ id: member.id, before: undefined, after: member, at: now })))
    }
  }

  /** Not beyond what was heard: should the link turn out to be lost, a line ends there. */
  private heardUntil(): number | null {
    const { store, session, clock } = this.options
    const link = store.links.get(session.pbx)
    return this.sees && link?.state === 'live' ? Math.min(clock.now(), link.heardAt ?? 0) : null
  }

  private passes(): void {
    const until = this.heardUntil()
    if (until !== null) this.follower.passes(until)
  }

  private cut(): void {
    const until = this.heardUntil()
    if (until !== null) this.follower.cut(until)
    void this.notes.try()
  }
}

/** What a line of time shows is as it was. */
function isNoNews({ before, after }: Change<Member>): boolean {
  return before !== undefined && after !== undefined && TELLING.every((field) => before[field] === after[field])
}

const TELLING = [
  ...([
    'activity',
    'activitySince',
    'inCall',
    'paused',
    'pausedReason',
    'lastCallAt',
    'wrapUpSeconds',
    'name',
  ] as const),
]
