import type { PbxName } from '@/lib/domain/ids'
import type { Command, CommandType } from '@/lib/protocol/commands'
import type { Reason, Receipt } from '@/lib/protocol/receipts'
import type { Abilities } from '@/lib/protocol/viewer'
import type { AmiAction, AmiList, AmiMessage } from '@/server/ami/types'
import type { Origin, Principal } from '@/server/auth/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Channel } from '@/server/store/reducers/tables'

/** What commands see of one PBX: sends, listens, knows what it offers. */
export interface PbxDoor {
  readonly pbx: PbxName
  /** Only then may anything be sent. */
  readonly isLive: boolean
  /** `Asterisk 22.10.1`'s number; `null`: not told. */
  readonly asteriskVersion: string | null
  send(action: AmiAction): Promise<AmiMessage>
  list(action: AmiAction): Promise<AmiList>
  /** May our account send this action there? By `ListCommands`, which lists only what the account may. `A|B`: either. */
  offers(action: string): boolean
  /** Every live event, after the store took it in; list items are left out. Returns the undo. */
  onEvent(listener: (event: PbxEvent) => void): () => void
  /** Name of a channel that is there now; `null` when there is none of this Uniqueid. */
  channelName(uniqueid: string): string | null
  /** A channel as it is now, ahead of the live picture's next flush. */
  channel(uniqueid: string): Channel | undefined
  /** Reads places and priorities of a queue's callers again, as no event tells them. */
  rereadCallers(queue: string): void
  /** The link was lost. Returns the undo. */
  onLost(listener: () => void): () => void
}

/** The one way by which anything at the PBX is changed. */
export interface Commands {
  /**
   * Checks, writes the audit line, sends. Resolves as soon as there is something to tell (sent, or why not); what follows
   * comes by `onReceipt`. The same `id` again by the same account gives the same receipt. Never rejects for reasons of its own.
   */
  run(by: Principal, id: string, command: Command, origin: Origin): Promise<Receipt>
  /** Receipts of this account, the newest first, at most 50. */
  receipts(accountId: string): readonly Receipt[]
  receipt(accountId: string, id: string): Receipt | null
  /** Each change of a receipt, with the account it belongs to. Returns the undo. */
  onReceipt(listener: (accountId: string, receipt: Receipt) => void): () => void
  abilities(): readonly Abilities[]
  close(): Promise<void>
}

/** What the keeper of reversions needs besides. */
export interface Reverting {
  /** As `run`, and resolves with the receipt at its end. */
  finish(by: Principal, id: string, command: Command, origin: Origin): Promise<Receipt>
  /** Adds to a receipt, if it is still kept, what became of it later. */
  afterwards(accountId: string, receiptId: string, what: 'reverted' | 'keptAsIs'): void
}

/** What keeps a command from being done; becomes the receipt's reason. */
export class CommandFailure extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail: string | null = null,
  ) {
    super(detail === null ? reason : `${reason}: ${detail}`)
  }
}

export type { CommandType }
