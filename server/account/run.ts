import { text } from 'node:stream/consumers'
import { unreachable } from '@/lib/unreachable'
import { createAudit } from '@/server/audit/audit'
import { AccountError } from '@/server/auth/account-error'
import type { Actor } from '@/server/auth/actor'
import { type AuthService, createAuth } from '@/server/auth/auth'
import { authConfig } from '@/server/auth/config'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { createLog } from '@/server/log'
import { type Ask, AskError, readAsk } from './ask'
import { USAGE } from './usage'

/** Where the command reads and writes. */
type AccountIo = { input: NodeJS.ReadableStream; print(text: string): void; complain(text: string): void }

const BY: Actor = { accountId: null, name: 'command line', origin: { address: '', via: 'command line' } }
const terminal: AccountIo = {
  input: process.stdin,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}

/**
 * `npm run account`: makes, resets and lists accounts in the database itself, whether the server runs or not; a running
 * one sees it within seconds. Returns the exit code.
 */
export async function runAccountCommand(args: readonly string[], config: Config, io = terminal): Promise<number> {
  try {
    const ask = readAsk(args)
    if (ask.what === 'help') io.print(USAGE)
    else await withAuth(config, (auth) => answer(ask, auth, config, io))
    return 0
  } catch (error) {
    if (!(error instanceof AskError || error instanceof AccountError)) throw error
    io.complain(error instanceof AskError ? `${error.message}\n\n${USAGE}` : error.message)
    return 1
  }
}

async function withAuth(config: Config, work: (auth: AuthService) => Promise<void>): Promise<void> {
  const database = await openDatabase(config.database)
  try {
    const log = createLog({ level: 'warn', secrets: [] })
    const audit = createAudit({ database, clock: systemClock })
    const queueGroups = () => ({})
    const auth = await createAuth({ database, audit, config: authConfig(config), queueGroups, clock: systemClock, log })
    await work(auth).finally(() => auth.close())
  } finally {
    await database.close()
  }
}

async function answer(ask: Exclude<Ask, { what: 'help' }>, auth: AuthService, config: Config, io: AccountIo) {
  switch (ask.what) {
    case 'list':
      return list(auth, io)
    case 'create': {
      const { name, displayName, role } = ask
      const made = await auth.accounts.create(
        { name, displayName, role, queues: null, numbers: null, overrides: [] },
        BY,
      )
      return printLink(auth, made.id, config, io)
    }
    case 'reset':
      return printLink(auth, await idOf(auth, ask.name), config, io)
    case 'password':
      await auth.accounts.setPassword(await idOf(auth, ask.name), firstLine(await text(io.input)), BY)
      return io.print('The password is set; sessions of this account have ended.')
    case 'two-factor-off':
      await auth.accounts.resetTwoFactor(await idOf(auth, ask.name), BY)
      return io.print('The second factor is off.')
    case 'disable':
    case 'enable':
      await auth.accounts.change(await idOf(auth, ask.name), { isDisabled: ask.what === 'disable' }, BY)
      return io.print(ask.what === 'disable' ? 'The account is off.' : 'The account is on.')
    default:
      return unreachable(ask)
  }
}

async function list(auth: AuthService, io: AccountIo): Promise<void> {
  const accounts = await auth.accounts.list()
  if (accounts.length === 0) io.print('There are no accounts yet.')
  for (const { name, displayName, role, isDisabled, hasPassword, hasTwoFactor, hasOidc } of accounts) {
    const more = [
      isDisabled && 'off',
      !hasPassword && !hasOidc && 'not yet accepted',
      hasTwoFactor && 'two-factor',
      hasOidc && 'single sign-on',
    ]
    io.print([name, role, displayName === name ? '' : displayName, ...more].filter(Boolean).join('\t'))
  }
}

async function printLink(auth: AuthService, accountId: string, { listen }: Config, io: AccountIo): Promise<void> {
  const { path, expiresAt } = await auth.welcomes.create(accountId, BY)
  const origin = listen.allowedOrigins[0] ?? `http://localhost:${listen.port}`
  io.print(`${origin}${path}`)
  io.print(`Works once, until ${new Date(expiresAt).toISOString()}.`)
}

async function idOf(auth: AuthService, name: string): Promise<string> {
  const found = await auth.accounts.findByName(name)
  if (found) return found.id
  throw new AccountError('not-found', `There is no account called "${name}".`)
}

function firstLine(input: string): string {
  return input.split(/\r?\n/)[0] ?? ''
}
