import type { Receipt } from '@/lib/protocol/receipts'
import type { ReceiptWriter } from './receipt-writer'

/** Kept per account, and over all accounts. */
const MOST_OF_ONE = 50
const MOST = 1000

type Entry = { accountId: string; writer: ReceiptWriter }

/** The receipts of everybody, bounded: the oldest that are final go first. */
export class ReceiptBook {
  private readonly entries = new Map<string, Entry>()

  add(accountId: string, writer: ReceiptWriter): void {
    this.entries.set(keyOf(accountId, writer.current.id), { accountId, writer })
    this.forget((entry) => entry.accountId === accountId, MOST_OF_ONE)
    this.forget(() => true, MOST)
  }

  get(accountId: string, id: string): ReceiptWriter | undefined {
    return this.entries.get(keyOf(accountId, id))?.writer
  }

  /** The newest first. */
  of(accountId: string): Receipt[] {
    const own = [...this.entries.values()].filter((entry) => entry.accountId === accountId)
    return own.map(({ writer }) => writer.current).reverse()
  }

  private forget(which: (entry: Entry) => boolean, most: number): void {
    const kept = [...this.entries].filter(([, entry]) => which(entry))
    let tooMany = kept.length - most
    for (const [key, { writer }] of kept) {
      if (tooMany <= 0) return
      if (!writer.isFinal) continue
      this.entries.delete(key)
      tooMany--
    }
  }
}

function keyOf(accountId: string, id: string): string {
  return `${accountId} ${id}`
}
