import type { Visit } from '@/lib/domain/visit'
import type { VisitView } from '@/lib/protocol/visits'

/** No moment and no time is further from the log's. */
const SECOND_MS = 1_000

/** What differs and why that is right, or `null`: nobody can say why. */
export type Difference = {
  visit: string
  what: string
  why: 'gap' | 'restart' | 'logSaysAbandon' | 'logTalksOn' | 'bothAtOnce' | 'logNamesCaller' | null
}

/** What is known besides: spans that nobody watched, when Asterisk ended, and what was done to whom (`uniqueid|queue`). */
export type Known = {
  gaps: readonly { from: number; to: number }[]
  ends: readonly number[]
  moved: ReadonlySet<string>
  takenAway: ReadonlySet<string>
  /** After how many seconds the caller of a number hangs up. */
  stays: ReadonlyMap<string, number>
}

const MOMENTS = ['enteredAt', 'leftAt', 'answeredAt', 'talkEndedAt'] as const
/** How many ms our moments are after the log's, of all that nothing excuses. */
export type Lateness = Record<(typeof MOMENTS)[number], number[]>

export type Span = { from: number; to: number }

/** Every difference between the visits kept and those of the log, visit by visit; `logged`: its moments to the ms. */
export function differencesFromLog(
  kept: readonly VisitView[],
  logged: readonly Visit[],
  known: Known,
): { differences: Difference[]; lateness: Lateness } {
  const differences: Difference[] = []
  const lateness: Lateness = { enteredAt: [], leftAt: [], answeredAt: [], talkEndedAt: [] }
  const left = new Map<string, VisitView[]>()
  for (const visit of kept.toSorted((one, other) => one.enteredAt - other.enteredAt)) {
    const key = keyOf(visit)
    left.set(key, [...(left.get(key) ?? []), visit])
  }
  for (const truth of logged.toSorted((one, other) => one.enteredAt - other.enteredAt)) {
    const key = keyOf(truth)
    const ours = left.get(key)?.shift()
    const tell = (what: string, why: Difference['why']) => differences.push({ visit: nameOf(truth), what, why })
    if (ours) {
      compareMoments(ours, truth, known, tell, lateness)
      compare(ours, truth, known, tell)
    } else tell('is not kept', whyUnseen(spanOf(truth), known))
  }
  for (const visit of [...left.values()].flat()) {
    // Asterisk tells of who comes before it writes the line, which it does no more when it is killed in between.
    const isCut = known.ends.some((at) => Math.abs(at - visit.enteredAt) <= SECOND_MS)
    differences.push({ visit: nameOf(visit), what: 'is not in the log', why: isCut ? 'restart' : null })
  }
  return { differences, lateness }
}

type Tell = (what: string, why: Difference['why']) => void

function compareMoments(ours: VisitView, truth: Visit, known: Known, tell: Tell, lateness: Lateness): void {
  const unseen = whyUnseen(spanOf(truth), known) ?? whyUnseen(spanOf(ours), known)
  for (const moment of MOMENTS) {
    const [one, other] = [ours[moment], truth[moment]]
    // One that is missing is another ending.
    if (one === null || other === null) continue
    const why = unseen ?? (moment === 'talkEndedAt' && isTakenAway(truth, known) ? 'logTalksOn' : null)
    if (why === null) lateness[moment].push(one - other)
    if (Math.abs(one - other) > SECOND_MS) tell(`${moment} ${one}, not ${other}`, why)
  }
}

/** Who was to be sent elsewhere while they waited may have been answered at that very moment. */
function isTakenAway(truth: Visit, { takenAway, moved }: Known): boolean {
  return takenAway.has(keyOf(truth)) || moved.has(keyOf(truth))
}

function compare(ours: VisitView, truth: Visit, known: Known, tell: Tell): void {
  const key = keyOf(truth)
  const gapOr = (why: Difference['why']) => whyUnseen(spanOf(truth), known) ?? whyUnseen(spanOf(ours), known) ?? why
  const off = (one: number | null, other: number) => Math.abs((one ?? 0) - other) > SECOND_MS
  if (ours.ending !== truth.ending) {
    // Who is sent elsewhere and hangs up at the same moment was lost: how is not known.
    const isMoved = known.moved.has(key) && ['moved', 'lost'].includes(ours.ending ?? '') && truth.ending === 'hungUp'
    tell(`ended as ${ours.ending}, not ${truth.ending}`, gapOr(isMoved ? 'logSaysAbandon' : null))
    return
  }
  if (off(ours.waitMs, waitOf(truth))) tell(`waited ${ours.waitMs} ms, not ${waitOf(truth)}`, gapOr(null))
  if (truth.ending === 'answered') {
    if (ours.agentName !== truth.agentName) tell(`answered by ${ours.agentName}, not ${truth.agentName}`, gapOr(null))
    const why = gapOr(isTakenAway(truth, known) ? 'logTalksOn' : null)
    if (off(talkedOf(ours), talkOf(truth))) tell(`talked ${talkedOf(ours)} ms, not ${talkOf(truth)}`, why)
    if (ours.endedBy !== truth.endedBy) {
      // The channel's Uniqueid begins with the second at which the call came.
      const hungUpAt = (Number.parseInt(truth.uniqueid, 10) + (known.stays.get(truth.number ?? '') ?? 0)) * 1_000
      const both = Math.abs(hungUpAt - (ours.talkEndedAt ?? 0)) < 1_500 ? 'bothAtOnce' : null
      // The phone 107 hangs up after two seconds; Asterisk 16 logs some of these as COMPLETECALLER.
      const byPhone = ours.agent === 'PJSIP/107' && Math.abs(talkedOf(ours) - 2_000) < 700 ? 'logNamesCaller' : null
      tell(`ended by ${ours.endedBy}, not ${truth.endedBy}`, why ?? both ?? byPhone)
    }
    const blind = ours.transferredTo === truth.transferredTo
    if (!blind) tell(`transferred to ${ours.transferredTo}, not ${truth.transferredTo}`, why)
  }
  const [rang, logged] = [rungOut(ours.rings, 'name'), rungOut(truth.rings, 'interface')]
  if (rang !== logged) tell(`rang out at ${rang}, not ${logged}`, gapOr(null))
}

/** What kept a stay from being seen whole, or its end from being logged. */
export function whyUnseen(span: Span, { gaps, ends }: Known): 'gap' | 'restart' | null {
  if (touches(gaps, span)) return 'gap'
  const isCut = ends.some((at) => at >= span.from - 1_000 && at <= span.to + 3_000)
  return isCut ? 'restart' : null
}

/** Members whose phone rang in vain, in their order. */
function rungOut<K extends string>(rings: readonly ({ outcome: string | null } & Record<K, string | null>)[], by: K) {
  const names = rings.filter(({ outcome }) => outcome === 'noAnswer').map((ring) => ring[by])
  return names.toSorted().join(', ')
}

type Times = Pick<Visit, 'enteredAt' | 'answeredAt' | 'leftAt' | 'talkEndedAt'>

function waitOf({ enteredAt, answeredAt, leftAt }: Times): number {
  return (answeredAt ?? leftAt ?? 0) - enteredAt
}

/** What Asterisk calls the talk: with the time on hold, which we leave out. */
export function talkedOf({ talkMs, heldMs }: VisitView): number {
  return (talkMs ?? 0) + heldMs
}

function talkOf({ answeredAt, talkEndedAt }: Times): number {
  return (talkEndedAt ?? 0) - (answeredAt ?? 0)
}

export function spanOf({ enteredAt, leftAt, answeredAt, talkEndedAt }: Times): Span {
  return { from: enteredAt, to: Math.max(leftAt ?? 0, answeredAt ?? 0, talkEndedAt ?? 0) }
}

function touches(gaps: readonly Span[], { from, to }: Span): boolean {
  return gaps.some((gap) => from <= gap.to + 1_000 && to >= gap.from - 1_000)
}

/** The API's id of a visit is `pbx|uniqueid|moment`. */
export function keyOf(visit: { id: string; queue: string }): string {
  return `${visit.id.split('|')[1]}|${visit.queue}`
}

function nameOf(visit: { id: string; queue: string; number: string | null }): string {
  return `${keyOf(visit)} (${visit.number})`
}
