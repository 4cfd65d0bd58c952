import type { Command, CommandOf } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Audit, AuditEntry } from '@/server/audit/types'
import type { Origin, Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import type { SettingsBook } from '@/server/settings/types'
import type { LiveStore } from '@/server/store/types'
import { abilitiesOf } from './abilities'
import { type Doing, Doings, isSameAsked } from './doings'
import type { Handlers, Plan } from './handler'
import { ReceiptBook } from './receipt-book'
import { ReceiptWriter } from './receipt-writer'
import type { Reversions } from './reversions'
import { RunContext } from './run-context'
import { Scene } from './scene'
import { TargetQueue } from './target-queue'
import { CommandFailure, type Commands, type PbxDoor, type Reverting } from './types'

type CommandsOptions = {
  handlers: Handlers
  doors: ReadonlyMap<string, PbxDoor>
  store: Pick<LiveStore, 'tables' | 'onFlush'>
  settings: Pick<SettingsBook, 'current'>
  audit: Pick<Audit, 'write'>
  reversions: Pick<Reversions, 'add' | 'supersede'>
  clock: Clock
  log: Pick<Log, 'error' | 'warn'>
  /** IANA name, for the times of day in receipts; the server's own unless named. */
  timeZone?: string
}

/** So long ago it is no news who did something to a target, in ms. */
const RECENT_MS = 60_000

/** The one way by which anything at the PBX is changed. */
export function createCommands(options: CommandsOptions): Commands & Reverting {
  return new Room(options)
}

class Room implements Commands, Reverting {
  private readonly book = new ReceiptBook()
  private readonly queue = new TargetQueue()
  private readonly listeners = new Set<(accountId: string, receipt: Receipt) => void>()
  private readonly running = new Set<Promise<void>>()
  private readonly doings = new Doings()
  private readonly closing = new Set<() => void>()

  constructor(private readonly options: CommandsOptions) {}

  async run(by: Principal, id: string, command: Command, origin: Origin): Promise<Receipt> {
    const accountId = accountOf(by)
    const known = this.book.get(accountId, id)
    if (known) return known.current
    if (command.type === 'cancel') return this.cancel(by, id, command, origin)
    const { clock } = this.options
    const subject = { who: numberOf(command, by), queue: null, value: null }
    const receipt = new ReceiptWriter({
      first: { id, type: command.type, subject },
      clock,
      changed: (now) => this.tell(accountId, now),
    })
    this.book.add(accountId, receipt)
    const begun = begunOf(this, accountId, id)
    const whole = this.carryOut(by, command, origin, receipt)
    this.running.add(whole)
    void whole.finally(() => this.running.delete(whole))
    await Promise.race([begun, whole])
    return receipt.current
  }

  async finish(by: Principal, id: string, command: Command, origin: Origin): Promise<Receipt> {
    const begun = await this.run(by, id, command, origin)
    return this.book.get(accountOf(by), id)?.ended ?? begun
  }

  afterwards(accountId: string, receiptId: string, what: 'reverted' | 'keptAsIs'): void {
    this.book.get(accountId, receiptId)?.afterwards(what)
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
    const { doors, handlers, settings } = this.options
    return [...doors.values()].map((door) => abilitiesOf(door, handlers, settings.current))
  }

  async close(): Promise<void> {
    for (const listener of [...this.closing]) listener()
    await Promise.all(this.running)
    this.listeners.clear()
  }

  private async carryOut(by: Principal, command: Doable, origin: Origin, receipt: ReceiptWriter): Promise<void> {
    const asked = detailOf(command)
    const entry = { action: command.type, actor: by.name, actorId: by.accountId, origin, ref: receipt.current.id }
    let plan: Plan | null = null
    let notes: AuditEntry['detail'] = {}
    try {
      plan = planOf(this.options.handlers, command, this.sceneFor(by))
      const { key, target, subject, run } = plan
      receipt.say(subject)
      const door = this.doorFor(plan)
      await this.audit({ ...entry, target, result: 'asked', detail: asked })
      await this.queue.run(key, async (release) => {
        this.refuseSecond(key, accountOf(by), command, receipt.current.startedAt)
        const context = this.contextFor(by, door, receipt, release)
        notes = context.notes
        await run(context)
        receipt.done()
        await this.remember(key, { accountId: accountOf(by), name: by.displayName, command }, origin, receipt)
      })
    } catch (error) {
      const { reason, detail } = this.explain(error, plan, command)
      receipt.fail(reason, detail)
    }
    const detail = plan ? notes : asked
    await this.conclude({ ...entry, target: plan?.target ?? null, detail }, receipt.current)
  }

  private sceneFor(by: Principal): Scene {
    const { store, settings, clock, doors } = this.options
    const channelName = (pbx: string, uniqueid: string) => doors.get(pbx)?.channelName(uniqueid) ?? null
    return new Scene(by, store.tables, settings.current, clock.now(), channelName)
  }

  private contextFor(by: Principal, door: PbxDoor, receipt: ReceiptWriter, release: () => void): RunContext {
    const { store, settings, clock, reversions } = this.options
    const onClose = (listener: () => void) => {
      this.closing.add(listener)
      return () => this.closing.delete(listener)
    }
    return new RunContext({ by, door, store, settings: settings.current, clock, receipt, reversions, release, onClose })
  }

  /** Two who ask the same at once: the second, asked before the first was done, would do it again. */
  private refuseSecond(key: string, accountId: string, command: Doable, askedAt: number): void {
    const last = this.doings.of(key, command)
    if (!last || last.accountId === accountId || last.at < askedAt) return
    if (isSameAsked(last.command, command)) throw new CommandFailure('changed')
  }

  /** Why not; and who made it otherwise, when that was one of us and just now. */
  private explain(failure: unknown, plan: Plan | null, command: Doable): Pick<CommandFailure, 'reason' | 'detail'> {
    if (!(failure instanceof CommandFailure)) {
      this.options.log.error({ err: failure, command: command.type }, 'a command failed by our own fault')
      return { reason: 'internal', detail: null }
    }
    const last = plan && this.doings.of(plan.key, command)
    const isTheirDoing = failure.reason === 'changed' || failure.reason === 'gone'
    if (!last || !isTheirDoing || this.options.clock.now() - last.at > RECENT_MS) return failure
    const { timeZone } = this.options
    const time = new Date(last.at).toLocaleTimeString('en-GB', { ...(timeZone !== undefined && { timeZone }) })
    const who = `${last.name}, ${time}`
    return { reason: 'changed', detail: failure.detail === null ? who : `${failure.detail} · ${who}` }
  }

  private async remember(key: string, doing: Omit<Doing, 'at'>, origin: Origin, { current }: ReceiptWriter) {
    if (current.state !== 'done') return
    this.doings.remember(key, { ...doing, at: this.options.clock.now() })
    if (origin.via === 'system') return
    await this.options.reversions.supersede(doing.command, current.id).catch((error: unknown) => {
      this.options.log.error({ err: error }, 'what was to revert by itself could not be called off')
    })
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
      changed: (now) => this.tell(accountId, now),
    })
    this.book.add(accountId, own)
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

/** What was asked, for the log: plain values, and which agent. */
function detailOf({ type: _type, ...asked }: Doable): AuditEntry['detail'] {
  const { agent, ...rest } = asked as typeof asked & { agent?: { pbx: string; interface: string } }
  const plain = Object.entries(rest).filter(([, value]) => value !== null && typeof value !== 'object')
  return { ...agent, ...Object.fromEntries(plain) } as AuditEntry['detail']
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

/** Whom a call was for, known though it is refused; a number that one may not see in full is one's own only once it is called. */
function numberOf(command: Doable, { rights }: Principal): string | null {
  return command.type === 'dial' && rights.numbers === 'all' ? command.to : null
}
