import type { Stretch } from '@/lib/domain/gap'
import type { OpenVisit } from '../visits/open-visit'
import { countOf, type LogLine } from './log-line'
import type { OpenVisits } from './open-visits'

/** Moments and durations of the log are whole seconds, each cut off on its own. */
const SAME_MS = 2_000

/** Which of the words of a line says how long the caller had waited, in s, and, where told, as which one they had come. */
const WAITS: ReadonlyMap<string, { wait: number; position?: number }> = new Map([
  ['ABANDON', { wait: 2, position: 1 }],
  ['EXITWITHTIMEOUT', { wait: 2, position: 1 }],
  ['EXITEMPTY', { wait: 2, position: 1 }],
  ['WITHDRAW', { wait: 2, position: 1 }],
  ['EXITWITHKEY', { wait: 3, position: 2 }],
  ['CONNECT', { wait: 0 }],
])

/**
 * Which talk a line ends that names a channel of which none is known there: another took the caller's place, as halves of
 * Local channels are taken out of talks. Agent and moment tell; the last words but one of each such line is the talk in s.
 */
export function talkAstray({ at, queue, agent, data }: LogLine, open: OpenVisits): OpenVisit | undefined {
  const talked = countOf(data.at(-2))
  if (talked === null) return undefined
  const answeredAt = at - talked * 1000
  const talks = [...open.talksOf(queue, agent)].filter(({ record }) => record.agentName === agent)
  return closest(talks, ({ record }) => Math.abs((record.answeredAt ?? 0) - answeredAt))
}

/**
 * Who waits of whom a line tells under another channel: an agent waited, and the caller has taken their place. `before`: the
 * last visit of that caller, in whose talk the agent will have asked.
 */
export function waitAstray(line: LogLine, open: OpenVisits, before?: OpenVisit): OpenVisit | undefined {
  const { at, queue, event, data } = line
  const words = WAITS.get(event)
  if (words === undefined) {
    const talk = before && talkIn(before)
    if (!talk) return undefined
    const asked = open.enteredWithin(queue, talk).filter(({ isUndecided }) => isUndecided)
    return asked.length === 1 ? asked[0] : undefined
  }
  const waited = countOf(data[words.wait])
  if (waited === null) return undefined
  const enteredAt = at - waited * 1000
  const place = words.position === undefined ? null : countOf(data[words.position])
  const near = open.enteredWithin(queue, { from: enteredAt - SAME_MS, to: enteredAt + SAME_MS })
  const alike = near.filter(({ record, isUndecided }) => isUndecided && (place === null || record.position === place))
  return closest(alike, ({ record }) => Math.abs(record.enteredAt - enteredAt))
}

function closest(visits: readonly OpenVisit[], distance: (visit: OpenVisit) => number): OpenVisit | undefined {
  const [first] = visits.toSorted((one, other) => distance(one) - distance(other))
  return first && distance(first) <= SAME_MS ? first : undefined
}

function talkIn({ record: { answeredAt, talkEndedAt } }: OpenVisit): Stretch | null {
  return answeredAt === null || talkEndedAt === null ? null : { from: answeredAt, to: talkEndedAt }
}
