import type { CommandOf, CommandType } from '@/lib/protocol/commands'
import type { Reason, Receipt } from '@/lib/protocol/receipts'
import type { EffectiveSettings } from '@/server/settings/types'
import type { RunContext } from './run-context'
import type { Scene } from './scene'
import type { PbxDoor } from './types'

/** What a command comes to: whom it concerns, what it needs, and how it is done. Nothing has been sent yet. */
export type Plan = {
  pbx: string
  /** For the receipt, as whoever asks may see it. */
  subject: Receipt['subject']
  /** For the audit log. */
  target: string | null
  /** Commands with the same key are done one after the other. */
  key: string
  /** AMI actions without which it cannot be done. */
  needs: readonly string[]
  /** Rejects with a `CommandFailure`; ends the receipt by `done`, at once or when what it began is over. */
  run(context: RunContext): Promise<void>
}

/** Why a command cannot be had. */
export type Obstacle = { reason: Reason; detail: string | null }

/** Everything about one type of command: whoever may not gets `refusedByRights`, what is not there `gone`. */
export type Handler<T extends CommandType> = {
  /** AMI actions that it needs at any rate, for what a PBX is said to offer. */
  needs: readonly string[]
  /** What else keeps it from being had at a PBX, whatever it is done to; `null`: nothing. */
  obstacle?(door: PbxDoor, settings: EffectiveSettings): Obstacle | null
  /** Throws a `CommandFailure`. */
  plan(command: CommandOf<T>, scene: Scene): Plan
}

export type Handlers = { readonly [T in Exclude<CommandType, 'cancel'>]: Handler<T> }
