import { BEGINNING, unseenParts } from '@/lib/domain/gap'
import type { VisitStory, VisitView } from '@/lib/protocol/visits'

type Ring = VisitView['rings'][number]

/** One thing that happened to a caller in a queue, and when, ms since 1970. */
export type Moment = { at: number } & (
  | { what: 'entered'; position: number; priority: number | null }
  | { what: 'rang'; ring: Ring }
  | { what: 'answered'; agent: string | null }
  | { what: 'left'; ending: NonNullable<VisitView['ending']> }
  | { what: 'talkEnded'; by: VisitView['endedBy']; to: string | null; heldMs: number }
  | { what: 'wrapUp'; agent: string | null; ms: number }
  | { what: 'unseen'; until: number }
)

/** What happened to a caller, in the order of time. */
export function momentsOf({ visit, gaps }: Pick<VisitStory, 'visit' | 'gaps'>): Moment[] {
  const { enteredAt, position, priority, rings, leftAt, ending, answeredAt, talkEndedAt, wrapUpMs } = visit
  const agent = visit.agentName ?? visit.agent
  const moments: Moment[] = [{ at: enteredAt, what: 'entered', position, priority }]
  for (const ring of rings) moments.push({ at: ring.at, what: 'rang', ring })
  if (answeredAt !== null) moments.push({ at: answeredAt, what: 'answered', agent })
  else if (leftAt !== null && ending !== null) moments.push({ at: leftAt, what: 'left', ending })
  if (talkEndedAt !== null) {
    const { endedBy: by, transferredTo: to, heldMs } = visit
    moments.push({ at: talkEndedAt, what: 'talkEnded', by, to, heldMs })
    if (wrapUpMs) moments.push({ at: talkEndedAt, what: 'wrapUp', agent, ms: wrapUpMs })
  }
  for (const { from, to } of gaps.flatMap(unseenParts)) {
    moments.push({ at: from === BEGINNING ? enteredAt : from, what: 'unseen', until: to })
  }
  return moments.toSorted((one, other) => one.at - other.at)
}

/** How long the caller had waited by then, ms; `null`: they waited no more, or not yet. */
export function waitedBy(at: number, { enteredAt, answeredAt, leftAt }: VisitView): number | null {
  const until = answeredAt ?? leftAt
  return at < enteredAt || (until !== null && at > until) ? null : at - enteredAt
}

/** A piece of a visit, from when to when, ms since 1970. */
export type Stretch = { kind: 'waiting' | 'ringing' | 'talking' | 'onHold'; from: number; to: number }

/**
 * A visit as pieces that follow each other. How long the caller was on hold is known, and not when: holds are put together
 * at the end of the talk. `now`: up to when it goes on.
 */
export function stretchesOf(visit: VisitView, now: number): Stretch[] {
  const { enteredAt, answeredAt, leftAt, talkEndedAt, ending, heldMs } = visit
  const waitEnd = Math.max(enteredAt, answeredAt ?? leftAt ?? now)
  const stretches = waits(visit, enteredAt, waitEnd)
  if (answeredAt === null) return stretches
  const end = Math.max(answeredAt, talkEndedAt ?? (ending === 'answered' ? now : answeredAt))
  const held = Math.min(heldMs, end - answeredAt)
  if (end - held > answeredAt) stretches.push({ kind: 'talking', from: answeredAt, to: end - held })
  if (held > 0) stretches.push({ kind: 'onHold', from: end - held, to: end })
  return stretches
}

/** The wait, told apart by whether some phone rang. */
function waits({ rings }: VisitView, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  let until = from
  const push = (kind: Stretch['kind'], end: number) => {
    if (end > until) stretches.push({ kind, from: until, to: end })
    until = Math.max(until, end)
  }
  for (const ring of rings.toSorted((one, other) => one.at - other.at)) {
    push('waiting', Math.min(ring.at, to))
    push('ringing', Math.min(endOf(ring, to), to))
  }
  push('waiting', to)
  return stretches
}

/** One that still rings, or was answered, rang to the end of the wait; of others without a length nothing is known. */
function endOf({ at, rangMs, outcome }: Ring, waitEnd: number): number {
  if (rangMs !== null) return at + rangMs
  return outcome === null || outcome === 'answered' ? waitEnd : at
}

/** How long each lasted in all, ms; only what there was. */
export function lengthsOf(stretches: readonly Stretch[]): Map<Stretch['kind'], number> {
  const lengths = new Map<Stretch['kind'], number>()
  for (const { kind, from, to } of stretches) lengths.set(kind, (lengths.get(kind) ?? 0) + to - from)
  return lengths
}
