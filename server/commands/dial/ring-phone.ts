import { randomUUID } from 'node:crypto'
import type { Reason, StepName } from '@/lib/protocol/receipts'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction } from '@/server/ami/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { PhoneCall } from './phone-call'

/** No channel came into being although the Originate was accepted, ms. */
const BORN_WITHIN_MS = 5_000
/** DialEnd may trail the end of the phone's channel, ms. */
const TRAIL_MS = 300

export type Order = {
  /** `PJSIP/101`: only ever a phone that is given to whoever acts. */
  interface: string
  ringSeconds: number
  /** Where the phone is led when it answers: `Context`, `Exten`, `Priority`, or an application of ours. */
  leadsTo: Readonly<Record<string, string | number>>
  variables: readonly string[]
  /** What else makes it connected: for applications that dial nobody. */
  connectedBy?(event: PbxEvent, uniqueid: string): boolean
  /** Why, when the phone answered and was not connected; absent: the dialplan may do without. */
  unconnected?: Reason
  /** May it be ended by `cancel` while connected, too? */
  cancelWhileConnected?: boolean
}

/**
 * Rings one's own phone, then leads it on, and follows it to its end: each station is a step of the receipt. Resolves
 * with the seconds connected; rejects with a `CommandFailure` that gives the real reason. A lost link ends it: whether the
 * phone rings then nobody knows, and nothing is sent again.
 */
export async function ringPhone(context: RunContext, order: Order): Promise<number> {
  const id = randomUUID()
  const tell = (what: StepName, detail: string | null = null) => {
    context.accepted()
    context.receipt.step(what, detail)
  }
  const call = new PhoneCall(id, { step: tell }, order)
  const over = follow(context, call, order)
  over.catch(() => {})
  await originate(
    context,
    amiAction('Originate', {
      Channel: order.interface,
      ...order.leadsTo,
      Timeout: order.ringSeconds * 1000,
      Async: true,
      ChannelId: id,
      Variable: order.variables,
    }),
  )
  context.goesOn()
  return over
}

/** Told by its text only, in every version (main/manager.c, `action_originate`). */
async function originate(context: RunContext, action: AmiAction): Promise<void> {
  try {
    await context.send(action)
  } catch (error) {
    const isUnknown = error instanceof CommandFailure && /Extension does not exist/i.test(error.detail ?? '')
    throw isUnknown ? new CommandFailure('invalidNumber') : error
  }
}

function follow(context: RunContext, call: PhoneCall, order: Order): Promise<number> {
  const { door, clock, receipt } = context
  return new Promise<number>((resolve, reject) => {
    const undo: (() => void)[] = []
    const settle = (failure: CommandFailure | null) => {
      for (const one of undo.splice(0)) one()
      receipt.cancelWith(null)
      if (failure) reject(failure)
      else resolve(call.connectedSeconds)
    }
    const conclude = () => settle(call.failure())
    let isEnding = false
    undo.push(
      door.onLost(() => settle(new CommandFailure('linkLost'))),
      clock.after(BORN_WITHIN_MS, () => {
        if (!call.isBorn) settle(call.isCancelled ? new CommandFailure('cancelled') : new CommandFailure('notSeen'))
      }),
      door.onEvent((event) => {
        call.hear(event)
        if (call.isConnected && !order.cancelWhileConnected) receipt.cancelWith(null)
        if (!call.isEnded || isEnding) return
        isEnding = true
        if (call.isConnected) conclude()
        else undo.push(clock.after(TRAIL_MS, conclude))
      }),
    )
    receipt.cancelWith(() => {
      call.isCancelled = true
      void hangUp(context, call.id)
    })
    call.onBornLate = () => void hangUp(context, call.id)
  })
}

/** Gone already is as good as hung up. */
async function hangUp({ door }: RunContext, uniqueid: string): Promise<void> {
  try {
    await door.send(amiAction('Hangup', { Channel: uniqueid }))
  } catch {
    // The events tell what became of it.
  }
}
