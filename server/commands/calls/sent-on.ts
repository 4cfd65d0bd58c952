import type { StepName } from '@/lib/protocol/receipts'
import type { PbxEvent } from '@/server/events/pbx-event'
import { causeText, reasonOf, reasonOfCause } from '../dial/causes'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'

const RINGING = 5
/** So long who was sent on may take to dial; menus, mailboxes and conferences dial nobody, ms. */
const DIALS_WITHIN_MS = 5_000
/** Nobody rings for longer, ms. */
const RINGS_AT_MOST_MS = 180_000

/**
 * Follows a channel that was sent to an extension: until it is connected there, until it turns out that nobody is, or
 * until it is where nobody answers (a queue, a menu). Listens from now on: call it before anything is sent.
 */
export function followSentOn(context: RunContext, uniqueid: string): SentOn {
  const { door, clock, receipt } = context
  const early: StepName[] = []
  let isTold = false
  const tell = (what: StepName) => {
    if (isTold) receipt.step(what)
    else early.push(what)
  }
  const following = new Promise<void>((resolve, reject) => {
    const legs = new Set<string>()
    let isRinging = false
    const undo: (() => void)[] = []
    const settle = (failure: CommandFailure | null) => {
      for (const one of undo.splice(0)) one()
      if (failure) reject(failure)
      else resolve()
    }
    const end = { status: null as string | null, cause: null as number | null }
    const rings = () => {
      if (!isRinging) tell('otherRings')
      isRinging = true
    }
    const hear = (event: PbxEvent) => {
      switch (event.type) {
        case 'dialBegan':
          if (event.caller?.uniqueid !== uniqueid) return
          if (legs.size === 0) tell('dialling')
          legs.add(event.callee.uniqueid)
          // A phone that is quick rings before Asterisk tells that it dials.
          if (event.callee.state === RINGING) rings()
          break
        case 'channelPut':
          if (legs.has(event.channel.uniqueid) && event.channel.state === RINGING) rings()
          break
        case 'dialEnded':
          if (event.callerUniqueid !== uniqueid) return
          if (event.status === 'ANSWER') {
            tell('connected')
            settle(null)
          } else end.status = event.status
          break
        case 'callerJoined':
          if (event.channel.uniqueid === uniqueid) settle(null)
          break
        case 'channelHungUp':
          if (legs.has(event.uniqueid)) end.cause = event.cause
          if (event.uniqueid !== uniqueid) return
          settle(legs.size === 0 ? undialled(event.cause) : unanswered(end.status, end.cause ?? event.cause))
          break
        default:
      }
    }
    undo.push(
      door.onEvent(hear),
      door.onLost(() => settle(new CommandFailure('linkLost'))),
      clock.after(DIALS_WITHIN_MS, () => {
        if (legs.size === 0) settle(null)
      }),
      clock.after(RINGS_AT_MOST_MS, () => settle(new CommandFailure('noAnswer'))),
    )
  })
  // Nothing waits for it when nothing could be sent.
  following.catch(() => {})
  const begin = () => {
    isTold = true
    for (const what of early.splice(0)) receipt.step(what)
    return following
  }
  return { begin }
}

/** `begin` tells what happened so far and from then on, and resolves at the end: events may overtake the PBX's answer. */
type SentOn = { begin(): Promise<void> }

function undialled(cause: number): CommandFailure {
  return new CommandFailure(reasonOfCause(cause) ?? 'invalidNumber', causeText(cause))
}

function unanswered(status: string | null, cause: number): CommandFailure {
  return new CommandFailure(reasonOf(status, cause), causeText(cause))
}
