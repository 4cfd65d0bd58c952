import { applyDiff } from '@/lib/diff/apply'
import { diffChanges } from '@/lib/diff/diff'
import { pbxName } from '@/lib/domain/ids'
import type { LinkWay } from '@/lib/domain/link'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { NO_LIMITS } from '@/lib/domain/testing/records'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { createPbxSession, type PbxSession } from '@/server/store/pbx-session'
import { FixedClock } from '@/server/testing/fixed-clock'
import { live, openCentre } from './life'
import { reloadSilently } from './member-life'
import { eventText } from './message-text'
import { answerText } from './reference-lists'
import { ReferencePbx } from './reference-pbx'
import { ScriptedConnection } from './scripted-connection'
import { ScriptedHttpConnection } from './scripted-http-connection'
import { Seeded } from './seeded'

const NEVER_MS = 1e12
/** Far longer than any Asterisk takes to tell what happened. */
const MAX_LAG_MS = 800

/** One seeded life of a small PBX with a session that watches it, and a client that follows the session's diffs. */
export class ModelRun {
  readonly random: Seeded
  readonly clock = new FixedClock()
  readonly pbx: ReferencePbx
  readonly connection: ScriptedConnection | ScriptedHttpConnection
  readonly store: WritableLiveStore
  readonly session: PbxSession
  client: LiveState = emptyLiveState()
  /** What the session logged. */
  readonly warnings: string[] = []
  /** Something changed that no event told, so only the audit can know. */
  silent = false

  /** @param way over which the PBX is reached */
  constructor(seed: number, way: LinkWay = 'tcp') {
    this.random = new Seeded(seed)
    this.pbx = new ReferencePbx(this.random, () => this.clock.now())
    openCentre(this.pbx)
    const { clock } = this
    const isHttp = way !== 'tcp' && way !== 'tls'
    const late = () => this.random.below(3)
    this.connection = isHttp ? new ScriptedHttpConnection(clock, way, late) : new ScriptedConnection(clock)
    this.store = createLiveStore({ clock })
    this.store.onFlush((changes) => {
      this.client = applyDiff(this.client, diffChanges(changes, (_, record) => record) ?? {})
    })
    this.session = createPbxSession({
      pbx: pbxName('main'),
      connection: this.connection,
      store: this.store,
      clock,
      settings: (queue) => ({ label: queue, limits: NO_LIMITS, wrapUpSeconds: 0 }),
      demo: false,
      log: { info: () => {}, warn: (fields) => this.warnings.push(JSON.stringify(fields)) },
      auditMs: NEVER_MS,
      random: () => 0,
    })
    this.session.start()
  }

  /** Lets `steps` random things happen, on both sides of the wire. */
  async run(steps: number, silentReloads: boolean): Promise<void> {
    for (let step = 0; step < steps; step++) {
      live(this.pbx)
      this.happenOnTheWire(silentReloads)
      this.clock.advance(this.random.below(600))
      await turn()
    }
  }

  private happenOnTheWire(silentReloads: boolean): void {
    const dice = this.random.next()
    if (this.connection.status.state !== 'ready') {
      if (dice < 0.3) this.connect()
    } else if (dice < 0.4) this.deliver(this.random.below(12))
    else if (dice < 0.75) for (let count = this.random.below(4); count > 0; count--) this.answerOne()
    else if (dice < 0.77) this.connection.lose()
    else if (dice < 0.78) this.restart()
    else if (dice < 0.82) this.pbx.emit('Reload', { Module: 'All', Status: 0 })
    else if (dice < 0.84 && silentReloads) this.reloadSilently()
  }

  /** Lets everything arrive that is on its way, and all that it brings about. */
  async drain(): Promise<void> {
    if (this.connection.status.state !== 'ready') this.connect()
    for (let round = 0; round < 4; round++) {
      for (let quiet = 0; quiet < 3; quiet++) {
        await turn()
        if (this.pbx.lagging.length + this.connection.received.length > 0) quiet = 0
        this.deliver(this.pbx.lagging.length)
        this.answerOne()
      }
      this.clock.advance(6000)
    }
    this.store.flush()
  }

  /** Lets the audit run to its end. */
  async audit(): Promise<number | null> {
    let healed: number | null | undefined
    const done = this.session.audit().then((count) => {
      healed = count
    })
    while (healed === undefined) await this.drain()
    await done
    await this.drain()
    return healed
  }

  private connect(): void {
    // What was told while nobody listened is lost.
    this.pbx.lagging = []
    this.connection.ready()
    const Uptime = Math.floor((this.clock.now() - this.pbx.startedAt) / 1000)
    this.connection.happen(eventText('FullyBooted', this.clock.now(), { Uptime, Status: 'Fully Booted' }))
  }

  private restart(): void {
    this.clock.advance(10_000)
    this.pbx.restart()
    this.connection.lose()
  }

  private reloadSilently(): void {
    reloadSilently(this.pbx)
    this.silent = true
  }

  private deliver(count: number): void {
    const texts = this.pbx.lagging.splice(0, count).map(({ text }) => text)
    if (texts.length > 0) this.connection.happen(texts.join(''))
  }

  /** Answers the next action; half the time with a list that is ahead of the events by a moment. */
  private answerOne(): void {
    const next = this.connection.next()
    if (!next) return
    const told = this.random.chance(0.5) ? this.clock.now() : this.clock.now() - MAX_LAG_MS
    this.deliver(this.pbx.lagging.filter(({ at }) => at <= told).length)
    next.answer(answerText(this.pbx, next.action, this.clock.now()))
  }
}

/** Lets promises go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
