import type { CommandInput } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'

export type ReceiptEntry = {
  receipt: Receipt
  /** No longer on the stack. */
  closed: boolean
  /** What this page asked; `null`: asked elsewhere, or before this page was there. */
  command: CommandInput | null
}

/** Kept for "what you did", the newest first. */
const MOST = 50
/** The same asked again within this time, in ms, is a second click of the same hand. */
const BOUNCE_MS = 400

/**
 * Receipts of this page's life. They come by two ways, the answer to a request and the socket, in any order: the one that
 * is further on stays.
 */
export class ReceiptBook {
  private readonly byId = new Map<string, ReceiptEntry>()
  private readonly listeners = new Set<() => void>()
  private sorted: readonly ReceiptEntry[] = []
  private readonly onTheWay = new Map<string, Promise<Receipt>>()

  /** The newest first; the same reference until something changes. */
  entries = (): readonly ReceiptEntry[] => this.sorted

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get(id: string): Receipt | undefined {
    return this.byId.get(id)?.receipt
  }

  /** Asks, unless the very same was asked a moment ago: then gives what that one got. */
  once(command: CommandInput, ask: () => Promise<Receipt>): Promise<Receipt> {
    const key = JSON.stringify(command)
    const running = this.onTheWay.get(key)
    if (running) return running
    const asked = ask()
    this.onTheWay.set(key, asked)
    setTimeout(() => this.onTheWay.delete(key), BOUNCE_MS)
    return asked
  }

  /** Takes in the answer to what was asked here: it shows, whatever its state. */
  put(receipt: Receipt, command: CommandInput | null): void {
    const known = this.byId.get(receipt.id)
    const further = known && !isFurther(receipt, known.receipt) ? known.receipt : receipt
    this.set({ receipt: further, closed: known?.command != null && known.closed, command })
  }

  /** Takes in what the server tells. What was asked elsewhere or before shows while it is under way. */
  hear(receipt: Receipt): void {
    const known = this.byId.get(receipt.id)
    if (known?.receipt === receipt || (known && !isFurther(receipt, known.receipt))) return
    this.set({ receipt, closed: known?.closed ?? receipt.state !== 'underway', command: known?.command ?? null })
  }

  /** Takes it off the stack; it stays in the list. */
  close(id: string): void {
    const entry = this.byId.get(id)
    if (!entry || entry.closed) return
    this.set({ ...entry, closed: true })
  }

  private set(entry: ReceiptEntry): void {
    this.byId.set(entry.receipt.id, entry)
    const all = [...this.byId.values()].sort((one, other) => other.receipt.startedAt - one.receipt.startedAt)
    for (const old of all.slice(MOST)) this.byId.delete(old.receipt.id)
    this.sorted = all.slice(0, MOST)
    for (const listener of this.listeners) listener()
  }
}

function isFurther(one: Receipt, other: Receipt): boolean {
  if ((one.state === 'underway') !== (other.state === 'underway')) return other.state === 'underway'
  // Equally far: the later to come, which may have lost its undo.
  return one.steps.length >= other.steps.length
}
