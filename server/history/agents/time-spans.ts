import { type AgentSpan, mergedLine } from '@/lib/domain/time-line'
import type { TimeSpanView } from '@/lib/protocol/agent-times'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import type { Span } from '../reports/span'
import { agentKey, firstSpanIn, linesIn } from './read-spans'

/** So much of a range is put together at once: of one agent, and of all. */
const PIECE_MS = 7 * 86_400_000
const PIECE_OF_ALL_MS = 3_600_000
/** When the link was lost and came back is noted by itself, moments apart from the lines that end and begin then, ms. */
const BESIDE_MS = 1_000

export type TimesWanted = Span & {
  /** `null`: over all there are. */
  queues: readonly string[] | null
  agent: string | null
  /** What goes on has come as far as this, ms. */
  until: number
  /** Since then nothing is seen. */
  isBlind: boolean
  /** When nothing was seen. */
  gaps: readonly (Span & { pbx: string })[]
}

/** A span as far as it lies within the range, and why it begins and ends where it does. */
export type TimeSpan = AgentSpan & Pick<TimeSpanView, 'pbx' | 'interface' | 'name' | 'begins' | 'ends'>

/** With the moments of the whole of it, as far as they were read. */
type Known = Omit<TimeSpan, 'begins' | 'ends'> & { whole: Span; begins: TimeSpan['begins'] }

/**
 * What agents did in a range, span by span: the very spans that `timesIn` sums. Each agent's are in their order.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* timeSpansIn(
  database: Database,
  wanted: TimesWanted,
  signal?: AbortSignal,
): AsyncGenerator<TimeSpan> {
  // What reaches into the next piece is one span with what goes on there.
  const last = new Map<string, Known>()
  for await (const span of piecesOf(database, wanted, signal)) {
    const key = agentKey(span)
    const before = last.get(key)
    const touches = before?.to === span.from
    if (before && touches && before.state === span.state && before.reason === span.reason) {
      last.set(key, {
        ...span,
        from: before.from,
        whole: { ...span.whole, from: before.whole.from },
        begins: before.begins,
      })
      continue
    }
    if (before) yield settled(before, touches, wanted)
    last.set(key, { ...span, begins: touches ? 'seen' : beginOf(span, wanted) })
  }
  for (const span of last.values()) yield settled(span, false, wanted)
}

/** Spans cut where pieces meet. */
async function* piecesOf(
  database: Database,
  wanted: TimesWanted,
  signal: AbortSignal | undefined,
): AsyncGenerator<Omit<Known, 'begins'>> {
  const { agent, until } = wanted
  const queues = wanted.queues ?? ['']
  const to = Math.min(wanted.to, until)
  const pieceMs = agent === null ? PIECE_OF_ALL_MS : PIECE_MS
  for (let at = await firstSpanIn(database, { from: wanted.from, to }); at < to; at += pieceMs) {
    const end = Math.min(to, at + pieceMs)
    // A little more than the piece: what touches its ends may go on beyond them.
    const sought = { from: at - 1, to: end + 1, queues, agent }
    const lines = await linesIn(database, sought, until, Number.POSITIVE_INFINITY, signal)
    for (const { byQueue, ...who } of lines?.values() ?? []) {
      for (const { from, to, ...deed } of mergedLine([...byQueue.values()])) {
        if (to <= at || from >= end) continue
        yield { ...who, ...deed, from: Math.max(from, at), to: Math.min(to, end), whole: { from, to } }
      }
    }
    await breath()
  }
}

function beginOf({ pbx, from, whole }: Omit<Known, 'begins'>, wanted: TimesWanted): TimeSpan['begins'] {
  if (whole.from < wanted.from) return 'range'
  return wanted.gaps.some((gap) => gap.pbx === pbx && Math.abs(gap.to - from) <= BESIDE_MS) ? 'gap' : 'seen'
}

/** @param isFollowed something else was seen to go on at once */
function settled({ whole, ...span }: Known, isFollowed: boolean, wanted: TimesWanted): TimeSpan {
  return { ...span, ends: isFollowed ? 'seen' : endOf({ ...span, whole }, wanted) }
}

function endOf({ pbx, to, whole }: Known, { until, isBlind, gaps, ...range }: TimesWanted): TimeSpan['ends'] {
  if (whole.to > range.to) return 'range'
  if (to === until) return isBlind ? 'gap' : 'open'
  return gaps.some((gap) => gap.pbx === pbx && Math.abs(gap.from - to) <= BESIDE_MS) ? 'gap' : 'seen'
}
