import type { Auth, Principal } from '@/server/auth/types'
import type { Browser } from './browser'

/** How often open sockets are held against the sessions: with the look itself, what is revoked ends within 5 s. */
export const RECHECK_MS = 3000

type IdentitiesOptions = {
  auth: Pick<Auth, 'recheckAll'>
  onError: (error: unknown) => void
  /** The rights, phones or names of whose browser it is are others now. */
  onChanged(browser: Browser): void
  /** The session is over. */
  onGone(browser: Browser): void
}

/** Whose the open sockets are, kept true while they are open. */
export class Identities {
  private readonly browsers = new Set<Browser>()
  private readonly byAccount = new Map<string, Set<Browser>>()
  private running: Promise<void> | null = null
  private again = false

  constructor(private readonly options: IdentitiesOptions) {}

  add(browser: Browser): void {
    this.browsers.add(browser)
    const { accountId } = browser.data.principal
    if (accountId === null) return
    const own = this.byAccount.get(accountId) ?? new Set()
    this.byAccount.set(accountId, own.add(browser))
  }

  remove(browser: Browser): void {
    this.browsers.delete(browser)
    const { accountId } = browser.data.principal
    const own = accountId === null ? undefined : this.byAccount.get(accountId)
    own?.delete(browser)
    if (accountId !== null && own?.size === 0) this.byAccount.delete(accountId)
  }

  of(accountId: string): Iterable<Browser> {
    return this.byAccount.get(accountId) ?? []
  }

  /** Of all people, and of nobody in particular. */
  all(): Iterable<Browser> {
    return this.browsers
  }

  countOf(accountId: string): number {
    return this.byAccount.get(accountId)?.size ?? 0
  }

  /** Looks at all of them; what changes while it looks makes it look again. */
  recheck(): Promise<void> {
    this.again = true
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Who cannot be looked up stays: then nobody can be revoked either, and the walls are to go on. */
  private async run(): Promise<void> {
    while (this.again) {
      this.again = false
      const browsers = [...this.browsers].filter(({ data }) => data.principal.credentialId !== null)
      if (browsers.length === 0) continue
      try {
        this.apply(browsers, await this.options.auth.recheckAll(distinct(browsers)))
      } catch (error) {
        this.options.onError(error)
      }
    }
  }

  private apply(browsers: readonly Browser[], current: ReadonlyMap<string, Principal>): void {
    for (const browser of browsers) {
      const before = browser.data.principal
      const now = current.get(before.credentialId ?? '')
      if (!this.browsers.has(browser)) continue
      if (now === undefined) this.options.onGone(browser)
      else if (now.version !== before.version) {
        browser.data.principal = now
        this.options.onChanged(browser)
      }
    }
  }
}

function distinct(browsers: readonly Browser[]): Principal[] {
  return [...new Map(browsers.map(({ data }) => [data.principal.credentialId, data.principal])).values()]
}
