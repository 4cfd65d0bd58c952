import type { AccountRights } from '@/lib/domain/rights'
import { Accounts } from './accounts'
import { createAttempts } from './attempts'
import { ChangeSignal } from './change-signal'
import { Checking } from './checking'
import type { AuthConfig } from './config'
import { Oidc } from './oidc'
import type { AuthParts } from './parts'
import { PrincipalReader } from './principals'
import { publicRights, type QueueGroups } from './rights'
import { createSeal, readKey } from './seal'
import { SecondFactor } from './second-factor'
import { Sessions } from './sessions'
import { SignIn } from './sign-in'
import { Tokens } from './tokens'
import type { Auth } from './types'
import { Welcomes } from './welcomes'

const TIDY_MS = 3_600_000

/** Everything about who people are. */
export interface AuthService extends Auth {
  readonly config: AuthConfig
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly tokens: Tokens
  readonly welcomes: Welcomes
  readonly signIn: SignIn
  readonly secondFactor: SecondFactor
  /** `null`: no identity provider is configured. */
  readonly oidc: Oidc | null
  /** Path of a one-time link for the first admin, while there is none; `null`: there is. A new one voids the old. */
  firstAdminLink(): Promise<string | null>
  /** Groups of queues changed: rights are worked out anew. */
  settingsChanged(): void
  close(): void
}

/** Throws when the key's file cannot be read or made. */
export async function createAuth(parts: AuthParts): Promise<AuthService> {
  const { config, clock, database } = parts
  const signal = new ChangeSignal()
  const seal = createSeal(readKey(config.keyFile))
  const accounts = new Accounts(parts, signal)
  const sessions = new Sessions(parts, signal)
  const secondFactor = new SecondFactor(parts, seal, signal)
  const signIn = new SignIn(parts, accounts, sessions, secondFactor, createAttempts())
  const welcomes = new Welcomes(parts, accounts)
  const checking = new Checking({
    reader: new PrincipalReader(database.db, parts.queueGroups),
    clock,
    allowedOrigins: config.allowedOrigins,
    publicRights: () => rightsOfPublic(config, parts.queueGroups()),
    noteUse: (found) => sessions.noteUse(found),
  })
  signal.onChange(() => checking.forget())
  await sessions.forgetOld()
  const stopTidying = everyHour(parts, () => sessions.forgetOld())
  return {
    config,
    accounts,
    sessions,
    tokens: new Tokens(parts, signal),
    welcomes,
    signIn,
    secondFactor,
    oidc: config.oidc === null ? null : new Oidc(parts, config.oidc, { accounts, seal, signal }),
    check: (headers) => checking.check(headers),
    recheck: (principal) => checking.recheck(principal),
    recheckAll: (principals) => checking.recheckAll(principals),
    onChange: (listener) => signal.onChange(listener),
    firstAdminLink: async () => (await welcomes.firstAdmin())?.path ?? null,
    settingsChanged: () => signal.changed(),
    close: stopTidying,
  }
}

function rightsOfPublic({ publicWall, maskNumbers, widgets }: AuthConfig, groups: QueueGroups): AccountRights | null {
  if (publicWall === false) return null
  return publicRights(publicWall === true ? null : publicWall, maskNumbers ? 'none' : 'all', groups, widgets)
}

function everyHour({ clock, log }: AuthParts, work: () => Promise<void>): () => void {
  let stop = () => {}
  const wait = () => {
    stop = clock.after(TIDY_MS, () => {
      work().catch((error: unknown) => log.warn({ err: error }, 'sessions that are over could not be deleted'))
      wait()
    })
  }
  wait()
  return () => stop()
}
