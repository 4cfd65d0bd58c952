import type { Command, CommandOf } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Audit, AuditEntry } from '@/server/audit/types'
import type { Origin, Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { SettingsBook } from '@/server/settings/types'
import type { LiveStore } from '@/server/store/types'
import { abilitiesOf } from './abilities'
import type { Handlers, Plan } from './handler'
import { ReceiptBook } from './receipt-book'
import { ReceiptWriter } from './receipt-writer'
import type { Reversions } from './reversions'
import { RunContext } from './run-context'
import { Scene } from './scene'
import { TargetQueue } from './target-queue'
import { CommandFailure, type Commands, type PbxDoor } from './types'

export type CommandsOptions = {
  handlers: Handlers
  doors: ReadonlyMap<string, PbxDoor>
  store: Pick<LiveStore, 'tables' | 'onFlush'>
  settings: Pick<SettingsBook, 'current'>
  audit: Pick<Audit, 'write'>
  reversions: Pick<Reversions, 'add'>
  clock: Clock
  log: Pick<Log, 'error' | 'warn'>
}

/** The one way by which anything at the PBX is changed. */
export function createCommands(options: CommandsOptions): Commands {
  return new Room(options)
}

class Room implements Commands {
  private readonly book = new ReceiptBook()
  private readonly queue = new TargetQueue()
  private readonly listeners = new Set<(accountId: string, receipt: Receipt) => void>()
  private readonly running = new Set<Promise<void>>()

  constructor(private readonly options: CommandsOptions) {}

  async run(by: Principal, id: string, command: Command, origin: Origin): Promise<Receipt> {
    const accountId = accountOf(by)
    const known = this.book.get(accountId, id)
    if (known) return known.current
    if (command.type === 'cancel') return this.cancel(by, id, command, origin)
    const { clock } = this.options
    const subject = { who: null, queue: null, value: null }
    const receipt = new ReceiptWriter({
      first: { id, type: command.type, subject },
      clock,
      changed: (now) => this.tell(accountId, now),
    })
    this.book.add(accountId, receipt)
    const begun = begunOf(this, accountId, id)
    const whole = this.carryOut(by, command, origin, receipt).catch((error: unknown) => {
      this.options.log.error({ err: error, command: command.type }, 'a command failed by our own fault')
      receipt.fail('internal')
    })
    this.running.add(whole)
    void whole.finally(() => this.running.delete(whole))
    await Promise.race([begun, whole])
    return receipt.current
  }

  receipts(accountId: string): readonly Receipt[] {
    return this.book.of(accountId)
  }

  receipt(accountId: string, id: string): Receipt | null {
    return this.book.get(accountId, id)?.current ?? null
  }

  onReceipt(listener: (accountId: string, receipt: Receipt) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  abilities() {
    return [...this.options.doors.values()].map((door) => abilitiesOf(door, this.options.handlers))
  }

  async close(): Promise<void> {
    this.listeners.clear()
    await Promise.race([Promise.all(this.running), Promise.resolve()])
  }

  private async carryOut(by: Principal, command: Doable, origin: Origin, receipt: ReceiptWriter): Promise<void> {
    const { store, settings, clock, reversions } = this.options
    const entry = { action: command.type, actor: by.name, actorId: by.accountId, origin, ref: receipt.current.id }
    const scene = new Scene(
      by,
      store.tables,
      settings.current,
      clock.now(),
      (pbx, uniqueid) => this.options.doors.get(pbx)?.channelName(uniqueid) ?? null,
    )
    let target: string | null = null
    const context: { notes: AuditEntry['detail'] } = { notes: {} }
    try {
      const plan = planOf(this.options.handlers, command, scene)
      target = plan.target
      receipt.say(plan.subject)
      const door = this.doorFor(plan)
      await this.audit({ ...entry, target, result: 'asked', detail: detailOf(command) })
      await this.queue.run(plan.key, async (release) => {
        const run = new RunContext({ by, door, store, settings: settings.current, clock, receipt, reversions, release })
        context.notes = run.notes
        await plan.run(run)
        receipt.done()
      })
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error
      receipt.fail(error.reason, error.detail)
    }
    await this.conclude({ ...entry, target, detail: context.notes }, receipt.current)
  }

  /** Nothing is queued for later: what cannot be done now is refused now. */
  private doorFor({ pbx, needs }: Plan): PbxDoor {
    const door = this.options.doors.get(pbx)
    if (!door?.isLive) throw new CommandFailure('notLive')
    const missing = needs.find((action) => !door.offers(action))
    if (missing !== undefined) throw new CommandFailure('unsupported', missing)
    return door
  }

  private async audit(entry: AuditEntry): Promise<void> {
    try {
      await this.options.audit.write(entry)
    } catch (error) {
      this.options.log.error({ err: error }, 'the audit log cannot be written, so a command was refused')
      throw new CommandFailure('notAudited')
    }
  }

  private async conclude(entry: Omit<AuditEntry, 'result'>, { state, reason, detail }: Receipt): Promise<void> {
    if (reason === 'notAudited') return
    const refused = reason === 'refusedByRights' || reason === 'notPermitted'
    const result = state === 'done' ? 'done' : refused ? 'refused' : 'failed'
    try {
      await this.options.audit.write({ ...entry, result, detail: { ...entry.detail, reason, why: detail } })
    } catch (error) {
      this.options.log.error({ err: error, ...entry }, 'the result of a command could not be written to the audit log')
    }
  }

  private async cancel(by: Principal, id: string, { receipt }: CommandOf<'cancel'>, origin: Origin): Promise<Receipt> {
    const accountId = accountOf(by)
    const which = this.book.get(accountId, receipt)
    const own = new ReceiptWriter({
      first: { id, type: 'cancel', subject: which?.current.subject ?? { who: null, queue: null, value: null } },
      clock: this.options.clock,
      changed: () => {},
    })
    const isCancelled = which?.cancel() ?? false
    if (isCancelled) own.done()
    else own.fail('gone')
    const entry = { action: 'cancel', actor: by.name, actorId: by.accountId, origin, ref: receipt }
    await this.conclude({ ...entry, target: which?.current.type ?? null, detail: {} }, own.current)
    return own.current
  }

  private tell(accountId: string, receipt: Receipt): void {
    for (const listener of [...this.listeners]) listener(accountId, receipt)
  }
}

type Doable = Exclude<Command, { type: 'cancel' }>

function planOf(handlers: Handlers, command: Doable, scene: Scene): Plan {
  const handler: { plan(command: Doable, scene: Scene): Plan } = handlers[command.type]
  return handler.plan(command, scene)
}

/** A token acts for its account; the public may nothing, and never comes here. */
function accountOf(by: Principal): string {
  return by.accountId ?? by.kind
}

/** What was asked, for the log: plain values only. */
function detailOf(command: Doable): AuditEntry['detail'] {
  const plain = Object.entries(command).filter(([name, value]) => name !== 'type' && typeof value !== 'object')
  return Object.fromEntries(plain) as AuditEntry['detail']
}

/** Resolves once the receipt has something to tell: a step, or its end. */
function begunOf(room: Room, accountId: string, id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = room.onReceipt((account, receipt) => {
      if (account !== accountId || receipt.id !== id) return
      if (receipt.steps.length === 0 && receipt.state === 'underway') return
      stop()
      resolve()
    })
  })
}
