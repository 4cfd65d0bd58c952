import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Command, commandSchema } from '@/lib/protocol/commands'
import type { Audit } from '@/server/audit/types'
import type { Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import type { LiveStore, ReadTables } from '@/server/store/types'
import type { Commands } from './types'

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

export interface Reversions {
  /** Keeps them until `dueAt` (ms). Rejects when they cannot be kept. */
  add(what: readonly Reversion[], how: { dueAt: number; by: Principal; receiptId: string }): Promise<void>
  /** Begins to look for what is due. */
  start(commands: Pick<Commands, 'run'>): void
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

/** What was done for a time reverts by itself, also after a restart: it stands in the database until it is settled. */
export function createReversions(options: ReversionsOptions): Reversions {
  return new Keeper(options)
}

class Keeper implements Reversions {
  private disarm: () => void = () => {}
  private commands: Pick<Commands, 'run'> | null = null
  private readonly restUntil = new Map<string, number>()

  constructor(private readonly options: ReversionsOptions) {}

  async add(what: readonly Reversion[], { dueAt, by, receiptId }: Parameters<Reversions['add']>[1]): Promise<void> {
    const { database, clock } = this.options
    const rows = what.map(({ command, expects }) => ({
      id: randomUUID(),
      due_at: dueAt,
      command: JSON.stringify(command),
      expects: JSON.stringify(expects),
      account_id: by.accountId,
      actor: by.name,
      receipt_id: receiptId,
      created_at: clock.now(),
    }))
    if (rows.length > 0) await database.db.insertInto('reversions').values(rows).execute()
  }

  start(commands: Pick<Commands, 'run'>): void {
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
    const { database, clock } = this.options
    const due = await database.db
      .selectFrom('reversions')
      .selectAll()
      .where('due_at', '<=', clock.now())
      .orderBy('due_at')
      .limit(100)
      .execute()
    for (const row of due) {
      if ((this.restUntil.get(row.id) ?? 0) > clock.now()) continue
      if (await this.settle(row)) {
        this.restUntil.delete(row.id)
        await database.db.deleteFrom('reversions').where('id', '=', row.id).execute()
      } else this.restUntil.set(row.id, clock.now() + RETRY_MS)
    }
  }

  /** True when there is nothing more to do about it. */
  private async settle(row: {
    id: string
    command: string
    expects: string
    due_at: number
    actor: string
    receipt_id: string
  }): Promise<boolean> {
    const { store, clock, log } = this.options
    const command = commandSchema.parse(JSON.parse(row.command))
    const expects = expectsSchema.parse(JSON.parse(row.expects))
    if (!isLive(this.options.store, command)) return clock.now() - row.due_at > GIVE_UP_MS
    if (!isStillSo(expects, store.tables)) {
      await this.tellKept(row, command)
      return true
    }
    if (!this.commands) return false
    const receipt = await this.commands.run(asSystem(row.actor), randomUUID(), command, ORIGIN)
    if (receipt.state === 'failed')
      log.warn({ command: command.type, reason: receipt.reason }, 'what was done for a time could not be reverted yet')
    return receipt.state !== 'failed' || clock.now() - row.due_at > GIVE_UP_MS
  }

  private async tellKept(row: { actor: string; receipt_id: string }, command: Command): Promise<void> {
    await this.options.audit.write({
      action: command.type,
      actor: asSystem(row.actor).name,
      actorId: null,
      target: 'agent' in command ? command.agent.interface : null,
      origin: ORIGIN,
      result: 'failed',
      detail: { keptAsIs: true },
      ref: row.receipt_id,
    })
  }
}

const ORIGIN = { address: '', via: 'system' } as const

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

/** Nobody's rights are asked: whoever had it done had them then. */
function asSystem(actor: string): Principal {
  const rights = {
    role: 'admin',
    queues: null,
    numbers: 'all',
    permissions: { 'agents.pause': null, 'agents.membership': null, 'agents.penalty': null },
  } as const
  return {
    kind: 'session',
    accountId: null,
    name: `${actor}, for a time`,
    displayName: actor,
    credentialId: null,
    rights,
    scopes: null,
    phones: [],
    version: '',
    expiresAt: null,
  }
}
