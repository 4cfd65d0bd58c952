import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import * as z from 'zod'
import { type Command, commandSchema } from '@/lib/protocol/commands'
import type { Reason } from '@/lib/protocol/receipts'
import type { Audit } from '@/server/audit/types'
import type { Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import type { LiveStore, ReadTables } from '@/server/store/types'
import { traitOf } from './doings'
import type { Reverting } from './types'

/** What must still be so for a reversion to make sense: somebody may have changed it by hand meanwhile. */
const expectsSchema = z.strictObject({
  member: z.string(),
  paused: z.boolean().exactOptional(),
  pausedReason: z.string().nullable().exactOptional(),
  penalty: z.number().exactOptional(),
  ringInUse: z.boolean().exactOptional(),
  /** Is there such a member at all? */
  isMember: z.boolean().exactOptional(),
})
type Expects = z.infer<typeof expectsSchema>

/** A command that takes something back. */
export type Reversion = { command: Command; expects: Expects }
type Row = Selectable<Tables['reversions']>
type Kept = Reversion & { row: Row }

export interface Reversions {
  /**
   * Keeps them until `dueAt` (ms); rejects when they cannot be kept. Whatever was to revert the same before is taken
   * over: it reverts to what it was before all that, at the new time.
   */
  add(what: readonly Reversion[], how: { dueAt: number; by: Principal; receiptId: string }): Promise<void>
  /** Somebody did this for good: what was to revert the same stays. `receiptId`: whose own reversions are kept. */
  supersede(command: Command, receiptId: string): Promise<void>
  /** Begins to look for what is due. */
  start(commands: Reverting): void
  close(): void
}

type ReversionsOptions = {
  database: Database
  store: Pick<LiveStore, 'tables' | 'links'>
  audit: Pick<Audit, 'write'>
  clock: Clock
  log: Pick<Log, 'warn' | 'error'>
}

/** How often the table is looked at, in ms: nobody borrows an agent to the second. */
const LOOK_MS = 1000
/** What could not be reverted (the link is down) is tried again after this time, for a day. */
const RETRY_MS = 5000
const GIVE_UP_MS = 86_400_000
/** With these it may still come to be. */
const PASSING: ReadonlySet<Reason | null> = new Set<Reason>(['notLive', 'linkLost', 'notSeen', 'notAudited'])

/** What was done for a time reverts by itself, also after a restart: it stands in the database until it is settled. */
export function createReversions(options: ReversionsOptions): Reversions {
  return new Keeper(options)
}

class Keeper implements Reversions {
  private disarm: () => void = () => {}
  private commands: Reverting | null = null
  private readonly restUntil = new Map<string, number>()

  constructor(private readonly options: ReversionsOptions) {}

  async add(what: readonly Reversion[], { dueAt, by, receiptId }: Parameters<Reversions['add']>[1]): Promise<void> {
    if (what.length === 0) return
    const { clock, database } = this.options
    const before = await this.kept()
    const replaced = before.filter((old) => what.some((one) => isOfTheSame(old, one)))
    const rows = what.map((one) => ({
      id: randomUUID(),
      due_at: dueAt,
      command: JSON.stringify((replaced.find((old) => isOfTheSame(old, one)) ?? one).command),
      expects: JSON.stringify(one.expects),
      account_id: by.accountId,
      actor: by.name,
      receipt_id: receiptId,
      created_at: clock.now(),
    }))
    const ids = replaced.map(({ row }) => row.id)
    await database.db.transaction().execute(async (tx) => {
      if (ids.length > 0) await tx.deleteFrom('reversions').where('id', 'in', ids).execute()
      await tx.insertInto('reversions').values(rows).execute()
    })
    for (const { row } of replaced) this.tell(row, 'keptAsIs')
  }

  async supersede(command: Command, receiptId: string): Promise<void> {
    if (!('agent' in command)) return
    const kept = await this.kept()
    for (const { row, command: back } of kept)
      if (row.receipt_id !== receiptId && changesTheSame(back, command)) await this.forget(row, 'keptAsIs')
  }

  start(commands: Reverting): void {
    this.commands = commands
    this.arm()
  }

  close(): void {
    this.commands = null
    this.disarm()
  }

  private arm(): void {
    this.disarm = this.options.clock.after(LOOK_MS, () => {
      this.settleDue()
        .catch((error: unknown) => this.options.log.error({ err: error }, 'what is due could not be reverted'))
        .finally(() => {
          if (this.commands) this.arm()
        })
    })
  }

  private async settleDue(): Promise<void> {
    const now = this.options.clock.now()
    for (const one of await this.kept(now)) {
      if ((this.restUntil.get(one.row.id) ?? 0) > now) continue
      const end = await this.settle(one)
      if (end) await this.forget(one.row, end)
      else this.restUntil.set(one.row.id, now + RETRY_MS)
    }
  }

  /** What is to revert, the earliest first; `until`: only what is due by then. What nobody can read is dropped. */
  private async kept(until = Number.MAX_SAFE_INTEGER): Promise<Kept[]> {
    const { database, log } = this.options
    const query = database.db.selectFrom('reversions').selectAll().where('due_at', '<=', until)
    const kept: Kept[] = []
    for (const row of await query.orderBy('due_at').limit(1000).execute()) {
      const reversion = readReversion(row)
      if (reversion) kept.push({ ...reversion, row })
      else {
        log.error({ id: row.id }, 'what was to revert cannot be read, so it stays as it is')
        await database.db.deleteFrom('reversions').where('id', '=', row.id).execute()
      }
    }
    return kept
  }

  /** How it ended; `null`: not yet. */
  private async settle({ row, command, expects }: Kept): Promise<'reverted' | 'keptAsIs' | null> {
    const { store, clock, log } = this.options
    const isTooLate = clock.now() - row.due_at > GIVE_UP_MS
    if (!this.commands || !isLive(store, command)) return isTooLate ? 'keptAsIs' : null
    if (!isStillSo(expects, store.tables)) {
      await this.writeKept(row, command)
      return 'keptAsIs'
    }
    const { state, reason } = await this.commands.finish(asSystem(row), randomUUID(), command, ORIGIN)
    if (state === 'done') return 'reverted'
    log.warn({ command: command.type, reason }, 'what was done for a time could not be reverted')
    return PASSING.has(reason) && !isTooLate ? null : 'keptAsIs'
  }

  private async forget(row: Row, end: 'reverted' | 'keptAsIs'): Promise<void> {
    await this.options.database.db.deleteFrom('reversions').where('id', '=', row.id).execute()
    this.restUntil.delete(row.id)
    this.tell(row, end)
  }

  private tell(row: Row, end: 'reverted' | 'keptAsIs'): void {
    if (row.account_id !== null) this.commands?.afterwards(row.account_id, row.receipt_id, end)
  }

  private async writeKept(row: Row, command: Command): Promise<void> {
    await this.options.audit.write({
      action: command.type,
      actor: row.actor,
      actorId: row.account_id,
      target: 'agent' in command ? command.agent.interface : null,
      origin: ORIGIN,
      result: 'failed',
      detail: { keptAsIs: true },
      ref: row.receipt_id,
    })
  }
}

const ORIGIN = { address: '', via: 'system' } as const

function readReversion(row: Row): Reversion | null {
  try {
    return {
      command: commandSchema.parse(JSON.parse(row.command)),
      expects: expectsSchema.parse(JSON.parse(row.expects)),
    }
  } catch {
    return null
  }
}

function isOfTheSame(one: Reversion, other: Reversion): boolean {
  return one.expects.member === other.expects.member && traitOf(one.command) === traitOf(other.command)
}

/** `back` reverts one queue; `command` may have been done in all of them. */
function changesTheSame(back: Command, command: Command): boolean {
  if (!('agent' in back && 'agent' in command) || traitOf(back) !== traitOf(command)) return false
  const isOneAgent =
    back.agent.pbx === command.agent.pbx && back.agent.interface.toLowerCase() === command.agent.interface.toLowerCase()
  return isOneAgent && (command.queue === null || command.queue === back.queue)
}

function isLive({ links }: Pick<LiveStore, 'links'>, command: Command): boolean {
  const pbx = 'agent' in command ? command.agent.pbx : null
  return [...links.values()].some((link) => link.pbx === pbx && link.state === 'live')
}

function isStillSo({ member: id, isMember, ...fields }: Expects, { members }: ReadTables): boolean {
  const member = members.get(id)
  if (isMember !== undefined && isMember !== (member !== undefined)) return false
  if (!member) return isMember === false
  return Object.entries(fields).every(([name, value]) => member[name as keyof typeof member] === value)
}

/** Nobody's rights are asked: whoever had it done had them then. The log names them, and that it came by itself. */
function asSystem({ actor }: Row): Principal {
  const rights = {
    role: 'admin',
    queues: null,
    numbers: 'all',
    permissions: { 'agents.pause': null, 'agents.membership': null, 'agents.penalty': null },
  } as const
  return {
    kind: 'session',
    accountId: null,
    name: actor,
    displayName: actor,
    credentialId: null,
    rights,
    scopes: null,
    phones: [],
    version: '',
    expiresAt: null,
  }
}
