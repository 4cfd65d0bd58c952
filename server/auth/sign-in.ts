import type { Enrolment } from '@/lib/protocol/account'
import type { AccountRow } from './account'
import { AccountError } from './account-error'
import type { Accounts } from './accounts'
import type { Attempts, Try } from './attempts'
import { foldName, MAX_NAME } from './names'
import type { AuthParts } from './parts'
import { verifyPassword } from './password'
import type { SecondFactor } from './second-factor'
import type { NewSession, Sessions, SignInWay } from './sessions'
import type { Origin } from './types'

export type Credentials = {
  name: string
  password: string
  code?: string | undefined
  /** Of an enrolment that sign-in asked for. */
  enrol?: string | undefined
  stay: boolean
}
export type Browser = { origin: Origin; userAgent: string }
export type SignInResult =
  | { kind: 'in'; session: NewSession }
  | { kind: 'refused'; triesLeft: number }
  /** The password is right. `enrol`: a second factor has to be set up first. */
  | { kind: 'code'; enrol: Enrolment | null }

/** Signing in and out. */
export class SignIn {
  constructor(
    private readonly parts: AuthParts,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly attempts: Attempts,
  ) {}

  /** Throws `TooManyTries`, before it looks at anything. */
  async withPassword(given: Credentials, browser: Browser): Promise<SignInResult> {
    const attempt = await this.attempts.begin(foldName(given.name), browser.origin.address)
    const row = await this.accounts.rowByName(given.name)
    const isRight = await verifyPassword(row?.password_hash ?? null, given.password)
    if (!row || !isRight || row.is_disabled) return this.refuse(attempt, given.name, browser, 'password')
    const asked = await this.askedFactor(row, given, browser)
    if (asked === 'wrong') return this.refuse(attempt, given.name, browser, 'code')
    if (asked !== null) {
      await attempt.undecided()
      return asked
    }
    await attempt.succeeded()
    return { kind: 'in', session: await this.open(row, { how: 'password', stay: given.stay }, browser) }
  }

  /** The password is asked again before something weighty; wrong ones count as at sign-in. */
  async confirmPassword(row: AccountRow, password: string, origin: Origin): Promise<void> {
    const attempt = await this.attempts.begin(row.name_folded, origin.address)
    if (await verifyPassword(row.password_hash, password)) return attempt.succeeded()
    await attempt.failed()
    throw new AccountError('password-wrong', 'The password is not right.')
  }

  /** Opens a session for somebody whom we know by now, with the line in the audit log first. */
  async open(row: AccountRow, { how, stay }: { how: SignInWay; stay: boolean }, browser: Browser): Promise<NewSession> {
    await this.parts.audit.write({
      action: 'sign-in',
      actor: row.name,
      actorId: row.id,
      target: null,
      origin: browser.origin,
      result: 'done',
      detail: { how },
      ref: null,
    })
    const { address } = browser.origin
    const role = (await this.accounts.require(row.id)).role
    return this.sessions.open({ accountId: row.id, role, stay, how, address, userAgent: browser.userAgent })
  }

  /** A one-time link that nobody may try out. */
  async tryingLink<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
    const attempt = await this.attempts.begin(`link:${origin.address}`, origin.address)
    try {
      const result = await work()
      await attempt.succeeded()
      return result
    } catch (error) {
      const isGuess = error instanceof AccountError && error.code === 'link-spent'
      await (isGuess ? attempt.failed() : attempt.undecided())
      throw error
    }
  }

  private async askedFactor(row: AccountRow, { code, enrol }: Credentials, { origin }: Browser) {
    if (row.totp_secret !== null) {
      if (!code) return { kind: 'code', enrol: null } as const
      return (await this.secondFactor.use(row, code)) ? null : ('wrong' as const)
    }
    if (!this.secondFactor.isRequired(row)) return null
    if (!code || !enrol) return { kind: 'code', enrol: this.secondFactor.begin(row) } as const
    try {
      await this.secondFactor.confirm(row, { sealed: enrol, code }, { accountId: row.id, name: row.name, origin })
      return null
    } catch (error) {
      if (error instanceof AccountError) return 'wrong' as const
      throw error
    }
  }

  private async refuse(attempt: Try, name: string, browser: Browser, what: string): Promise<SignInResult> {
    await attempt.failed()
    await this.parts.audit.write({
      action: 'sign-in.refused',
      actor: null,
      actorId: null,
      target: name.slice(0, MAX_NAME),
      origin: browser.origin,
      result: 'refused',
      detail: { wrong: what },
      ref: null,
    })
    return { kind: 'refused', triesLeft: attempt.triesLeft }
  }
}
