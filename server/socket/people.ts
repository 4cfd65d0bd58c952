import type { Changes } from '@/lib/diff/types'
import { inScope, may } from '@/lib/domain/rights'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Auth } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Commands } from '@/server/commands/types'
import type { LiveStore } from '@/server/store/types'
import type { Browser } from './browser'
import { Identities, RECHECK_MS } from './identities'
import { Desks, type MineSources } from './mine/desks'
import { repeat } from './repeat'
import { viewerOf } from './viewer'

/** A page that comes back is told how its commands ended meanwhile, so long after. */
const RECENT_MS = 60_000

export type PeopleOptions = {
  store: LiveStore
  clock: Clock
  auth: Pick<Auth, 'recheckAll' | 'onChange'>
  /** Absent: nobody can command anything. */
  receipts?: Pick<Commands, 'receipts' | 'onReceipt'>
  /** Absent: nobody looks after lost callers. */
  lost?: { onChange(listener: (queues: ReadonlySet<string | null>) => void): () => void }
  /** Absent: nobody is told of calls at the own phone. */
  mine?: MineSources
  /** What the browser may see is other than before. */
  onRights(browser: Browser): void
  onError(error: unknown): void
}

/** What each browser is told because of whom it belongs to: who it is, own calls, receipts, and that the session is over. */
export class People {
  private readonly identities: Identities
  private readonly desks: Desks | null
  private readonly stops: (() => void)[]

  constructor(private readonly options: PeopleOptions) {
    const { store, clock, auth, receipts, lost, mine, onError } = options
    this.identities = new Identities({
      auth,
      onError,
      onChanged: (browser) => this.changed(browser),
      onGone: (browser) => this.signOut(browser),
    })
    const send: ConstructorParameters<typeof Desks>[0]['send'] = (accountId, message) => {
      for (const browser of this.identities.of(accountId)) browser.emit('mine', message)
    }
    this.desks = mine ? new Desks({ ...mine, store, clock, onError, send }) : null
    this.stops = [
      auth.onChange(() => void this.identities.recheck()),
      repeat(clock, RECHECK_MS, () => void this.identities.recheck()),
      receipts?.onReceipt((accountId, receipt) => this.tellReceipt(accountId, receipt)) ?? (() => {}),
      lost?.onChange((queues) => this.tellLost(queues)) ?? (() => {}),
    ]
  }

  countOf(accountId: string): number {
    return this.identities.countOf(accountId)
  }

  welcome(browser: Browser): void {
    const { accountId } = browser.data.principal
    this.identities.add(browser)
    browser.emit('viewer', viewerOf(browser.data.principal))
    if (accountId === null) return
    if (this.identities.countOf(accountId) === 1) this.desks?.follow(browser.data.principal)
    this.tellMine(browser, accountId)
    for (const receipt of this.recentReceipts(accountId)) browser.emit('receipt', receipt)
  }

  leave(browser: Browser): void {
    const { accountId } = browser.data.principal
    this.identities.remove(browser)
    if (accountId !== null && this.identities.countOf(accountId) === 0) this.desks?.forget(accountId)
  }

  flush(changes: Changes): void {
    this.desks?.flush(changes)
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  private changed(browser: Browser): void {
    const { principal } = browser.data
    this.options.onRights(browser)
    browser.emit('viewer', viewerOf(principal))
    if (principal.accountId === null) return
    this.desks?.follow(principal)
    this.tellMine(browser, principal.accountId)
  }

  private signOut(browser: Browser): void {
    browser.emit('signedOut')
    browser.disconnect(true)
  }

  private tellMine(browser: Browser, accountId: string): void {
    const mine = this.desks?.mine(accountId)
    if (mine) browser.emit('mine', mine)
  }

  private tellReceipt(accountId: string, receipt: Receipt): void {
    for (const browser of this.identities.of(accountId)) browser.emit('receipt', receipt)
  }

  /** That it is so, and to whoever may see it; what is so they ask for themselves. */
  private tellLost(queues: ReadonlySet<string | null>): void {
    for (const browser of this.identities.all()) {
      const { rights } = browser.data.principal
      if (may(rights, 'lost.handle') && [...queues].some((queue) => inScope(rights.queues, queue))) browser.emit('lost')
    }
  }

  /** The oldest first, as they came. */
  private recentReceipts(accountId: string): Receipt[] {
    const since = this.options.clock.now() - RECENT_MS
    const all = this.options.receipts?.receipts(accountId) ?? []
    return all
      .filter(({ state, startedAt, steps }) => state === 'underway' || (steps.at(-1)?.at ?? startedAt) >= since)
      .reverse()
  }
}
