import type { PbxName } from './ids'
import type { Ending } from './visit'

/** How somebody was lost: as a visit ends, or never let into the queue at all. */
type LossEnding = Ending | 'turnedAway'

/** One time that somebody was lost in one queue. Moments in ms since 1970. */
export type Loss = {
  /** Of the visit, or of the turning away. */
  id: string
  pbx: PbxName
  uniqueid: string
  /** `null`: turned away, and not known from which. */
  queue: string | null
  number: string | null
  name: string | null
  /** How long was waited, ms; `null`: was not let in. */
  waitMs: number | null
  at: number
  ending: LossEnding
  /** Hung up so soon that nobody could have answered. */
  isShort: boolean
  /** JSON list of the visit's `Ring`s. */
  rings: string
}

/** Who did something about a lost caller, as people knew them then. */
export type LostBy = { accountId: string | null; name: string | null }

/** What people do by hand. `forgotten`: the caller is, and nothing of them is shown any more. */
export const LOST_MARKS = ['claimed', 'released', 'done', 'undone', 'noted', 'forgotten'] as const
export type LostMark = (typeof LOST_MARKS)[number]

/** Something that makes a caller lost, or lost no longer. */
export type LostEvent = { at: number } & (
  | { what: 'lost'; loss: Loss }
  /** Spoken with: in a queue, or at a phone that took a call or made one. */
  | { what: 'answered' | 'called' | 'tried'; by: string | null }
  | { what: LostMark; by: LostBy; note: string | null }
)

type Closed = {
  at: number
  how: 'answered' | 'called' | 'done'
  by: string | null
  /** Of who did it by hand. */
  accountId: string | null
  note: string | null
}

/** Somebody who was lost, once or several times, until spoken with or done by hand. */
export type LostCaller = {
  /** In their order. */
  losses: readonly Loss[]
  /** Calls back that nobody answered. */
  tries: readonly { at: number; by: string | null }[]
  claim: { at: number; by: LostBy } | null
  note: { at: number; by: string | null; text: string } | null
  closed: Closed | null
}

/** What one number went through, made of all that happened to it. The last one may still be open. */
export function lostCallersOf(events: readonly LostEvent[]): LostCaller[] {
  const done: LostCaller[] = []
  let open: LostCaller | null = null
  for (const event of [...events].sort(byMoment)) {
    if (event.what === 'forgotten') return []
    if (event.what === 'lost') open = lostAgain(open, event.loss)
    else if (event.what === 'undone') open = reopened(done, open)
    else if (open === null) noteLater(done, event)
    else {
      open = afterwards(open, event)
      if (open.closed === null) continue
      done.push(open)
      open = null
    }
  }
  return open === null ? done : [...done, open]
}

/** Of one moment the loss comes first: what is done about it follows. */
function byMoment(one: LostEvent, other: LostEvent): number {
  return one.at - other.at || Number(one.what !== 'lost') - Number(other.what !== 'lost')
}

function lostAgain(open: LostCaller | null, loss: Loss): LostCaller {
  if (open === null) return { losses: [loss], tries: [], claim: null, note: null, closed: null }
  return { ...open, losses: [...open.losses, loss] }
}

/** What was done by hand is so no longer; who was lost again meanwhile is one with it. */
function reopened(done: LostCaller[], open: LostCaller | null): LostCaller | null {
  const last = done.at(-1)
  if (last?.closed?.how !== 'done') return open
  done.pop()
  return { ...last, closed: null, claim: null, losses: [...last.losses, ...(open?.losses ?? [])] }
}

type Doing = Exclude<LostEvent, { what: 'lost' }>

function afterwards(caller: LostCaller, event: Doing): LostCaller {
  switch (event.what) {
    case 'answered':
    case 'called':
      return { ...caller, closed: { at: event.at, how: event.what, by: event.by, accountId: null, note: null } }
    case 'tried':
      return { ...caller, tries: [...caller.tries, { at: event.at, by: event.by }] }
    case 'claimed':
      return { ...caller, claim: { at: event.at, by: event.by } }
    case 'released':
      return { ...caller, claim: null }
    case 'done':
      return {
        ...caller,
        closed: { at: event.at, how: 'done', by: event.by.name, accountId: event.by.accountId, note: event.note },
      }
    case 'noted':
      return withNote(caller, event)
    case 'undone':
    case 'forgotten':
      return caller
  }
}

/** A note may be made when all is over. */
function noteLater(done: LostCaller[], event: Doing): void {
  const last = done.at(-1)
  if (last && event.what === 'noted') done[done.length - 1] = withNote(last, event)
}

function withNote(caller: LostCaller, { at, by, note }: Extract<LostEvent, { what: LostMark }>): LostCaller {
  return { ...caller, note: note === null || note === '' ? null : { at, by: by.name, text: note } }
}

/** How often somebody called: one call may be lost in several queues, one after the other. */
export function timesLost({ losses }: Pick<LostCaller, 'losses'>): number {
  return new Set(losses.map(({ pbx, uniqueid }) => `${pbx}|${uniqueid}`)).size
}
