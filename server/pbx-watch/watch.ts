import type { LinkHealth } from '@/lib/domain/link'
import type { AsteriskRun, ModuleState, PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { AmiError } from '@/server/ami/ami-error'
import { amiAction } from '@/server/ami/catalogue/action'
import type { EventCensus } from '@/server/ami/event-census'
import type { AmiMessage } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { PbxDoor } from '@/server/commands/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { SessionStats } from '@/server/store/session-stats'
import type { LiveStore } from '@/server/store/types'
import { EventRates } from './event-rates'
import { filterAdvice } from './filter-advice'
import { LinkHistory } from './link-history'
import { readModules } from './modules'
import { Remembered } from './remembered'
import { runOf } from './run-reader'

type WatchOptions = {
  door: Pick<PbxDoor, 'pbx' | 'isLive' | 'offers' | 'send' | 'onEvent'>
  store: Pick<LiveStore, 'links' | 'onLink'>
  session: { stats(): Pick<SessionStats, 'resyncs' | 'missing' | 'clockAheadMs' | 'auditDifferences' | 'audits'> }
  census: Pick<EventCensus, 'read'>
  clock: Clock
}

/** Several people who look at once are one question to the PBX, ms. */
const RUN_KEPT_MS = 5_000
const MODULES_KEPT_MS = 60_000
/** Starts of Asterisk told in whole seconds that are closer together are the same one, ms. */
const SAME_START_MS = 3_000
/** Asked for where a PBX of old may be; that others do not know them is as it should be (chan_sip is gone since version 21). */
const OF_OLD = new Set(['SIPpeers', 'SIPshowregistry'])
/** The greeting comes with the login; after so long it does not come any more, ms. */
const GREETING_MS = 10_000

/** Watches one PBX for whoever looks after it: how it runs, what it sends, what became of the link. */
export class PbxWatch {
  readonly pbx
  private readonly history = new LinkHistory()
  private readonly rates: EventRates
  private readonly run: Remembered<AsteriskRun | null>
  private readonly modules: Remembered<ModuleState[]>
  private readonly watchedSince: number
  private readonly undo: (() => void)[]
  private startedAt: number | null = null
  private greeted = false
  private resyncs = 0

  constructor(private readonly options: WatchOptions) {
    const { door, store, census, clock } = options
    this.pbx = door.pbx
    this.watchedSince = clock.now()
    this.resyncs = options.session.stats().resyncs
    this.rates = new EventRates(census, clock, () => this.countResyncs())
    this.run = new Remembered(clock, RUN_KEPT_MS, () => this.readRun())
    this.modules = new Remembered(clock, MODULES_KEPT_MS, () => this.readModules())
    const link = store.links.get(door.pbx)
    if (link) this.history.follow(link, clock.now())
    this.undo = [
      store.onLink((one) => this.follow(one)),
      door.onEvent((event) => this.hear(event)),
      () => this.rates.close(),
    ]
  }

  async status(): Promise<PbxStatus> {
    const { door, session, store } = this.options
    this.countResyncs()
    const link = store.links.get(door.pbx)
    const [run, modules] = door.isLive ? await Promise.all([this.run.get(), this.modules.get()]) : [null, []]
    const events = this.rates.figures()
    const { missing, clockAheadMs, auditDifferences, audits } = session.stats()
    return {
      pbx: door.pbx,
      run,
      modules,
      missingLists: missing.filter((action) => !OF_OLD.has(action)),
      events,
      filter: filterAdvice(events, link?.asteriskVersion ?? null),
      readsSystem: this.readsSystem(link),
      clockAheadMs,
      healed: Object.values(auditDifferences).reduce((sum, count) => sum + count, 0),
      audits,
      watchedSince: this.watchedSince,
      history: this.history.read(),
    }
  }

  close(): void {
    for (const undo of this.undo.splice(0)) undo()
  }

  private follow(link: LinkHealth): void {
    if (link.pbx !== this.pbx) return
    this.history.follow(link, this.options.clock.now())
    if (link.state === 'live') {
      // The first reading after a login is part of becoming live.
      this.resyncs = this.options.session.stats().resyncs
      return
    }
    this.run.forget()
    this.modules.forget()
    if (link.state !== 'syncing') this.greeted = false
  }

  private hear(event: PbxEvent): void {
    const turn = { at: event.at, detail: null, times: 1 }
    if (event.type === 'booted') this.greet(event.at, event.uptimeSeconds)
    else if (event.type === 'reloaded') {
      this.run.forget()
      this.modules.forget()
      this.history.add({ ...turn, what: 'reloaded', detail: event.module })
    } else if (event.type === 'shutdown' && event.restart) this.history.add({ ...turn, what: 'restarted' })
  }

  private greet(at: number, uptimeSeconds: number | null): void {
    this.greeted = true
    const startedAt = uptimeSeconds === null ? null : at - uptimeSeconds * 1000
    const before = this.startedAt
    this.startedAt = startedAt
    this.run.forget()
    if (before === null || startedAt === null || Math.abs(startedAt - before) <= SAME_START_MS) return
    const said = this.history.read().find(({ what }) => what === 'restarted')
    // Said goodbye before: that it restarts is told already.
    if (said && said.at > before && said.at <= startedAt + SAME_START_MS) return
    this.history.add({ at: startedAt, what: 'restarted', detail: null, times: 1 })
  }

  /** HTTP brings no greeting; else it comes with the login to whoever reads the class `system` (main/manager.c). */
  private readsSystem(link: LinkHealth | undefined): boolean | null {
    if (this.greeted) return true
    if (link?.state !== 'live' || link.limits.includes('bootUntold')) return null
    return this.options.clock.now() - (link.liveSince ?? link.since) > GREETING_MS ? false : null
  }

  private countResyncs(): void {
    const { clock, session, store } = this.options
    const { resyncs } = session.stats()
    if (store.links.get(this.pbx)?.state !== 'live' || resyncs <= this.resyncs) return
    this.history.add({ at: clock.now(), what: 'resynced', detail: null, times: resyncs - this.resyncs })
    this.resyncs = resyncs
  }

  private async readRun(): Promise<AsteriskRun | null> {
    const { door } = this.options
    if (!door.offers('CoreStatus')) return null
    const settings = door.send(amiAction('CoreSettings')).catch(none)
    const status = await door.send(amiAction('CoreStatus')).catch(none)
    return status && runOf(status, await settings, this.startedAt)
  }

  private readModules(): Promise<ModuleState[]> {
    const { door } = this.options
    return readModules({
      offers: (action) => door.offers(action),
      check: (module) => door.send(amiAction('ModuleCheck', { Module: module })).then(yes, notLoaded),
    })
  }
}

const none = (): AmiMessage | null => null
const yes = () => true

/** `Module not loaded` is an answer; that there was none is not. */
function notLoaded(error: unknown): boolean | null {
  return error instanceof AmiError && error.code === 'rejected' ? false : null
}
