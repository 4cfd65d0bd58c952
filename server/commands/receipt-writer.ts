import type { Command } from '@/lib/protocol/commands'
import type { Reason, Receipt, StepName } from '@/lib/protocol/receipts'
import type { Clock } from '@/server/clock'

type WriterOptions = {
  first: Pick<Receipt, 'id' | 'type' | 'subject'>
  clock: Clock
  changed(receipt: Receipt): void
}

/** Writes one receipt: every change makes a new one and tells it; after the end nothing changes any more but the undo. */
export class ReceiptWriter {
  current: Receipt
  /** Ends what still goes on; set by the handler while that can be. */
  private canceller: (() => void) | null = null
  private tellEnd: (receipt: Receipt) => void = () => {}
  /** Resolves with the receipt as it stands at its end. */
  readonly ended = new Promise<Receipt>((resolve) => {
    this.tellEnd = resolve
  })

  constructor(private readonly options: WriterOptions) {
    this.current = {
      ...options.first,
      startedAt: options.clock.now(),
      state: 'underway',
      steps: [],
      reason: null,
      detail: null,
      cancellable: false,
      undo: null,
    }
  }

  get isFinal(): boolean {
    return this.current.state !== 'underway'
  }

  step(what: StepName, detail: string | null = null): void {
    if (this.isFinal) return
    const step = { at: this.options.clock.now(), what, detail }
    this.change({ steps: [...this.current.steps, step] })
  }

  /** Named anew as more becomes known. */
  say(subject: Partial<Receipt['subject']>): void {
    this.change({ subject: { ...this.current.subject, ...subject } })
  }

  /** From now on whoever acted may end it; `null`: no longer. */
  cancelWith(canceller: (() => void) | null): void {
    this.canceller = canceller
    if (!this.isFinal && this.current.cancellable !== (canceller !== null))
      this.change({ cancellable: canceller !== null })
  }

  /** False when there is nothing to cancel. */
  cancel(): boolean {
    this.canceller?.()
    return this.canceller !== null
  }

  done(undo: Command | null = null, detail: string | null = null): void {
    if (!this.isFinal) this.end({ state: 'done', undo, detail })
  }

  fail(reason: Reason, detail: string | null = null): void {
    if (!this.isFinal) this.end({ state: 'failed', reason, detail })
  }

  /** What became of it after its end: it was taken back by itself, or need not be any more. */
  afterwards(what: 'reverted' | 'keptAsIs'): void {
    // Several queues revert one by one; it is told once.
    if (this.current.steps.at(-1)?.what === what) return
    const step = { at: this.options.clock.now(), what, detail: null }
    this.change({ steps: [...this.current.steps, step], undo: null })
  }

  private end(how: Partial<Receipt>): void {
    this.canceller = null
    this.change({ ...how, cancellable: false })
    this.tellEnd(this.current)
  }

  private change(fields: Partial<Receipt>): void {
    this.current = Object.freeze({ ...this.current, ...fields })
    this.options.changed(this.current)
  }
}
