import type { Visit } from '@/lib/domain/visit'
import type { VisitView } from '@/lib/protocol/visits'

/** The log has whole seconds, cut: a moment is up to a second later than it says, a time a second longer or shorter. */
const SECOND_MS = 1_000
/** So much later may an event reach us on a machine that does other things besides; none comes before Asterisk's own moment. */
const LATE_MS = 500
const CLOCKS_MS = 100

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

type Span = { from: number; to: number }

/** Every difference between the visits kept and those of the log, visit by visit. */
export function differencesFromLog(kept: readonly VisitView[], logged: readonly Visit[], known: Known): Difference[] {
  const differences: Difference[] = []
  const left = new Map<string, VisitView[]>()
  for (const visit of kept.toSorted((one, other) => one.enteredAt - other.enteredAt)) {
    const key = keyOf(visit)
    left.set(key, [...(left.get(key) ?? []), visit])
  }
  for (const truth of logged.toSorted((one, other) => one.enteredAt - other.enteredAt)) {
    const key = keyOf(truth)
    const ours = left.get(key)?.shift()
    const tell = (what: string, why: Difference['why']) => differences.push({ visit: nameOf(truth), what, why })
    if (ours) compare(ours, truth, known, tell)
    else tell('is not kept', whyUnseen(spanOf(truth), known))
  }
  for (const visit of [...left.values()].flat()) {
    differences.push({ visit: nameOf(visit), what: 'is not in the log', why: null })
  }
  return differences
}

function compare(ours: VisitView, truth: Visit, known: Known, tell: (what: string, why: Difference['why']) => void) {
  const key = keyOf(truth)
  const gapOr = (why: Difference['why']) => whyUnseen(spanOf(truth), known) ?? whyUnseen(spanOf(ours), known) ?? why
  const off = (one: number, other: number) => Math.abs(one - other) > SECOND_MS + LATE_MS
  const late = ours.enteredAt - truth.enteredAt
  if (late < -CLOCKS_MS || late > SECOND_MS + LATE_MS)
    tell(`entered at ${ours.enteredAt}, not ${truth.enteredAt}`, gapOr(null))
  if (ours.ending !== truth.ending) {
    // Who is sent elsewhere and hangs up at the same moment was lost: how is not known.
    const isMoved = known.moved.has(key) && ['moved', 'lost'].includes(ours.ending ?? '') && truth.ending === 'hungUp'
    tell(`ended as ${ours.ending}, not ${truth.ending}`, gapOr(isMoved ? 'logSaysAbandon' : null))
    return
  }
  if (off(waitOf(ours), waitOf(truth))) tell(`waited ${waitOf(ours)} ms, not ${waitOf(truth)}`, gapOr(null))
  if (truth.ending === 'answered') {
    if (ours.agentName !== truth.agentName) tell(`answered by ${ours.agentName}, not ${truth.agentName}`, gapOr(null))
    // Who was to be sent elsewhere while they waited may have been answered at that very moment.
    const why = gapOr(known.takenAway.has(key) || known.moved.has(key) ? 'logTalksOn' : null)
    if (off(talkOf(ours), talkOf(truth))) tell(`talked ${talkOf(ours)} ms, not ${talkOf(truth)}`, why)
    if (ours.endedBy !== truth.endedBy) {
      // The channel's Uniqueid begins with the second at which the call came.
      const hungUpAt = (Number.parseInt(truth.uniqueid, 10) + (known.stays.get(truth.number ?? '') ?? 0)) * 1_000
      const both = Math.abs(hungUpAt - (ours.talkEndedAt ?? 0)) < 1_500 ? 'bothAtOnce' : null
      // The phone 107 hangs up after two seconds; Asterisk 16 logs some of these as COMPLETECALLER.
      const byPhone = ours.agent === 'PJSIP/107' && Math.abs(talkOf(ours) - 2_000) < 700 ? 'logNamesCaller' : null
      tell(`ended by ${ours.endedBy}, not ${truth.endedBy}`, why ?? both ?? byPhone)
    }
    const blind = ours.transferredTo === truth.transferredTo
    if (!blind) tell(`transferred to ${ours.transferredTo}, not ${truth.transferredTo}`, why)
  }
  const [rang, logged] = [rungOut(ours.rings, 'name'), rungOut(truth.rings, 'interface')]
  if (rang !== logged) tell(`rang out at ${rang}, not ${logged}`, gapOr(null))
}

/** What kept a stay from being seen whole, or its end from being logged. */
function whyUnseen(span: Span, { gaps, ends }: Known): 'gap' | 'restart' | null {
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

function talkOf({ answeredAt, talkEndedAt }: Times): number {
  return (talkEndedAt ?? 0) - (answeredAt ?? 0)
}

function spanOf({ enteredAt, leftAt, answeredAt, talkEndedAt }: Times): Span {
  return { from: enteredAt, to: Math.max(leftAt ?? 0, answeredAt ?? 0, talkEndedAt ?? 0) }
}

function touches(gaps: readonly Span[], { from, to }: Span): boolean {
  return gaps.some((gap) => from <= gap.to + 1_000 && to >= gap.from - 1_000)
}

/** The API's id of a visit is `pbx|uniqueid|moment`. */
function keyOf(visit: { id: string; queue: string }): string {
  return `${visit.id.split('|')[1]}|${visit.queue}`
}

function nameOf(visit: { id: string; queue: string; number: string | null }): string {
  return `${keyOf(visit)} (${visit.number})`
}
