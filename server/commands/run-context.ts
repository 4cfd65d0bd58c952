import { AmiError } from '@/server/ami/ami-error'
import type { AmiAction, AmiList, AmiMessage } from '@/server/ami/types'
import type { Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { EffectiveSettings } from '@/server/settings/types'
import type { LiveStore, ReadTables } from '@/server/store/types'
import type { ReceiptWriter } from './receipt-writer'
import type { Reversion, Reversions } from './reversions'
import { CommandFailure, type PbxDoor } from './types'

/** What is accepted must be seen to happen within this time, in ms. */
const SEEN_MS = 5000

type RunOptions = {
  by: Principal
  door: PbxDoor
  store: Pick<LiveStore, 'tables' | 'onFlush'>
  settings: EffectiveSettings
  clock: Clock
  receipt: ReceiptWriter
  /** Keeps what reverts by itself; nothing where nothing can be reverted. */
  reversions: Pick<Reversions, 'add'>
  /** Lets the next command on the same target begin: what follows goes on by itself. */
  release(): void
  /** We are being shut down: nothing is waited for any more. Returns the undo. */
  onClose(listener: () => void): () => void
}

/** What a handler works with while it carries out one command. */
export class RunContext {
  /** For the audit log's last line, such as how long somebody listened. No secrets. */
  readonly notes: Record<string, string | number | boolean | null> = {}
  private isAccepted = false

  constructor(private readonly options: RunOptions) {}

  get by(): Principal {
    return this.options.by
  }
  get door(): PbxDoor {
    return this.options.door
  }
  get tables(): ReadTables {
    return this.options.store.tables
  }
  get settings(): EffectiveSettings {
    return this.options.settings
  }
  get clock(): Clock {
    return this.options.clock
  }
  get receipt(): ReceiptWriter {
    return this.options.receipt
  }

  /** From here on it goes on in the events, and the next command on the same target need not wait. */
  goesOn(): void {
    this.options.release()
  }

  /** Reverts in so many seconds, also after a restart; the receipt tells when. */
  async revertIn(seconds: number, what: readonly Reversion[]): Promise<void> {
    const dueAt = this.clock.now() + seconds * 1000
    try {
      await this.options.reversions.add(what, { dueAt, by: this.by, receiptId: this.receipt.current.id })
    } catch (error) {
      // It is done, and would stay: nobody may believe that it reverts.
      throw new CommandFailure('internal', `not kept for reverting: ${String(error)}`)
    }
    this.receipt.step('reverts', String(dueAt))
  }

  /** Sends; the first that goes and the first that is taken are steps of the receipt. Throws a `CommandFailure`. */
  async send(action: AmiAction): Promise<AmiMessage> {
    if (this.receipt.current.steps.length === 0) this.receipt.step('sent')
    try {
      const answer = await this.door.send(action)
      this.accepted()
      return answer
    } catch (error) {
      throw failureOf(error, action)
    }
  }

  /** Reads a list, which changes nothing and is no step. Throws a `CommandFailure`. */
  async list(action: AmiAction): Promise<AmiList> {
    try {
      return await this.door.list(action)
    } catch (error) {
      throw failureOf(error, action)
    }
  }

  /** What follows in the events shows that it was taken, also before the answer to it is read. */
  accepted(): void {
    if (!this.isAccepted) this.receipt.step('accepted')
    this.isAccepted = true
  }

  /** Resolves with what `look` finds in the live picture, looked at after every flush; else fails with `notSeen`. */
  until<T>(look: (tables: ReadTables) => T | null | undefined | false, ms = SEEN_MS): Promise<T> {
    return this.wait<T>(ms, (found) => {
      const check = () => {
        const seen = look(this.tables)
        if (seen !== null && seen !== undefined && seen !== false) found(seen)
      }
      check()
      return this.options.store.onFlush(check)
    })
  }

  /** Resolves with what `pick` takes of the next fitting live event. Ask before you send: events may come first. */
  event<T>(pick: (event: PbxEvent) => T | null | undefined | false, ms = SEEN_MS): Promise<T> {
    return this.wait<T>(ms, (found) =>
      this.door.onEvent((event) => {
        const picked = pick(event)
        if (picked !== null && picked !== undefined && picked !== false) found(picked)
      }),
    )
  }

  private wait<T>(ms: number, listen: (found: (value: T) => void) => () => void): Promise<T> {
    const waiting = new Promise<T>((resolve, reject) => {
      const undo: (() => void)[] = []
      let isOver = false
      const settle = (how: () => void) => {
        if (isOver) return
        isOver = true
        how()
        queueMicrotask(() => {
          for (const one of undo) one()
        })
      }
      undo.push(
        this.options.onClose(() => settle(() => reject(new CommandFailure('linkLost', 'shutdown')))),
        this.door.onLost(() => settle(() => reject(new CommandFailure('linkLost')))),
        this.clock.after(ms, () => settle(() => reject(new CommandFailure('notSeen')))),
        listen((value) => settle(() => resolve(value))),
      )
    })
    // Whoever began to wait before sending may never come to await it.
    waiting.catch(() => {})
    return waiting
  }
}

function failureOf(error: unknown, action: AmiAction): CommandFailure {
  if (!(error instanceof AmiError)) throw error
  switch (error.code) {
    case 'unknown-action':
    case 'denied':
      return new CommandFailure('unsupported', action.action)
    // Nothing was sent: a value would not have arrived as it is.
    case 'invalid':
      return new CommandFailure('notPermitted', error.message)
    case 'link-lost':
    case 'timeout':
      return new CommandFailure('linkLost', error.message)
    default:
      return new CommandFailure('refusedByPbx', error.message)
  }
}
