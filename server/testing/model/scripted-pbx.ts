import type { Changes } from '@/lib/diff/types'
import { pbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import { NO_LIMITS } from '@/lib/domain/testing/records'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { createPbxSession, type PbxSession } from '@/server/store/pbx-session'
import { FixedClock } from '@/server/testing/fixed-clock'
import { errorText, eventText, type Headers, type Item, listText, responseText } from './message-text'
import { type ReceivedAction, ScriptedConnection } from './scripted-connection'

const SETTINGS = { limits: NO_LIMITS, wrapUpSeconds: 0 }

/** A PBX that says what a test tells it to say, and a session that watches it. */
export class ScriptedPbx {
  readonly clock = new FixedClock()
  readonly connection = new ScriptedConnection(this.clock)
  readonly store: WritableLiveStore = createLiveStore({ clock: this.clock })
  readonly session: PbxSession
  readonly flushes: Changes[] = []
  readonly links: LinkHealth[] = []
  readonly warnings: string[] = []
  /** What the lists say; other lists are empty. */
  readonly lists = new Map<string, Item[]>()
  /** Errors that the PBX answers instead. */
  readonly refused = new Map<string, string>()
  /** Lists that announce one item more than they send. */
  readonly short = new Set<string>()
  startup = '2026-11-23 08:00:00'
  uptime = 6120
  /** How far the PBX's clock is ahead of ours, in ms. */
  clockAhead = 0
  /** Actions received so far. */
  readonly actions: ReceivedAction[] = []

  constructor() {
    const { clock, connection, store } = this
    store.onFlush((changes) => this.flushes.push(changes))
    store.onLink((link) => this.links.push(link))
    this.session = createPbxSession({
      ...{ pbx: pbxName('main'), connection, store, clock, demo: false, random: () => 0 },
      settings: (queue) => ({ label: queue, ...SETTINGS }),
      log: { info: () => {}, warn: (fields, text) => this.warnings.push(`${text} ${JSON.stringify(fields)}`) },
    })
    this.session.start()
  }

  /** The state of the link as screens are told. */
  get link(): LinkHealth {
    return this.store.links.get(pbxName('main')) as LinkHealth
  }

  /** Lets us in, and greets. */
  async connect(): Promise<void> {
    this.connection.ready()
    this.event('FullyBooted', { Uptime: this.uptime })
    await turn()
  }

  /** Lets us in and answers everything. */
  async load(): Promise<void> {
    await this.connect()
    await this.answerAll()
  }

  event(name: string, headers: Headers): void {
    this.connection.receive(eventText(name, this.clock.now() + this.clockAhead, headers))
  }

  /** Answers one pending action; false when there is none. */
  answer(): boolean {
    const next = this.connection.received.shift()
    if (!next) return false
    this.actions.push(next)
    this.connection.receive(this.answerText(next))
    return true
  }

  /** Answers until nothing more is asked. */
  async answerAll(): Promise<void> {
    for (await turn(); this.answer(); await turn());
  }

  /** Time passes, and whatever it makes the session ask is answered. */
  async pass(ms: number): Promise<void> {
    this.clock.advance(ms)
    await this.answerAll()
  }

  /** What the PBX's clock shows, as its answers write it. */
  seconds(): string {
    return ((this.clock.now() + this.clockAhead) / 1000).toFixed(6)
  }

  private answerText({ action, id }: ReceivedAction): string {
    const refusal = this.refused.get(action)
    if (refusal !== undefined) return errorText(id, refusal)
    if (action === 'CoreSettings') return responseText(id, { AsteriskVersion: '22.10.1' })
    if (action === 'CoreStatus') {
      const [date, time] = this.startup.split(' ')
      return responseText(id, { CoreStartupDate: date, CoreStartupTime: time })
    }
    if (action === 'Ping') return responseText(id, { Ping: 'Pong', Timestamp: this.seconds() })
    const items = this.lists.get(action) ?? []
    return listText(action, id, items, items.length + (this.short.has(action) ? 1 : 0))
  }
}

/** Lets promises go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
