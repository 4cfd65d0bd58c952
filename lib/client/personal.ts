import type { Receipt } from '@/lib/protocol/receipts'
import type { Mine, Viewer } from '@/lib/protocol/viewer'
import { isMine, isReceipt, isViewer } from './guard'

/** Receipts kept; the server itself remembers as many per account. */
const MAX_RECEIPTS = 50

/** What the server tells this person alone. */
export type Personal = {
  /** Who looks, and what they may; `null` until the server has told. */
  viewer: Viewer | null
  /** What goes on at one's own phones; `null` until told, and for who has none. */
  mine: Mine | null
  /** One's own receipts, each as it stands; the newest first. */
  receipts: readonly Receipt[]
  /** Counts how often lost callers were said to be otherwise. */
  lost: number
  /** The session is over: nothing comes any more, and nothing may be asked. */
  signedOut: boolean
}

/** As the connection hands it on: not looked at yet. */
export type PersonalMessage =
  | { type: 'viewer'; viewer: Viewer }
  | { type: 'mine'; mine: Mine }
  | { type: 'receipt'; receipt: Receipt }
  | { type: 'lost' }
  | { type: 'signedOut' }

export const NOTHING_PERSONAL: Personal = { viewer: null, mine: null, receipts: [], lost: 0, signedOut: false }

/** Keeps what is told to one person; what has not the right shape changes nothing. */
export class PersonalKeeper {
  current = NOTHING_PERSONAL
  private readonly listeners = new Set<{ listener: () => void }>()

  subscribe(listener: () => void): () => void {
    const registration = { listener }
    this.listeners.add(registration)
    return () => this.listeners.delete(registration)
  }

  hear(message: PersonalMessage): void {
    const next = follow(this.current, message)
    if (next === this.current) return
    this.current = next
    for (const { listener } of [...this.listeners]) listener()
  }
}

function follow(personal: Personal, message: PersonalMessage): Personal {
  switch (message.type) {
    case 'viewer':
      return isViewer(message.viewer) ? { ...personal, viewer: message.viewer, signedOut: false } : personal
    case 'mine':
      return isMine(message.mine) ? { ...personal, mine: message.mine } : personal
    case 'receipt':
      return isReceipt(message.receipt)
        ? { ...personal, receipts: withReceipt(personal.receipts, message.receipt) }
        : personal
    case 'lost':
      return { ...personal, lost: personal.lost + 1 }
    case 'signedOut':
      return { ...NOTHING_PERSONAL, signedOut: true }
  }
}

function withReceipt(receipts: readonly Receipt[], receipt: Receipt): Receipt[] {
  const others = receipts.filter(({ id }) => id !== receipt.id)
  const all = [...others, receipt].sort((one, other) => other.startedAt - one.startedAt)
  return all.slice(0, MAX_RECEIPTS)
}
