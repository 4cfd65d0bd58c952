import type { VisitView } from '@/lib/protocol/visits'
import { type LogLine, readLogLine } from '@/server/history/import/log-line'
import { type Difference, type Known, keyOf, spanOf, talkedOf, whyUnseen } from './against-log'

type Time = 'waited' | 'talked' | 'rang'
type Words = { at: 'leftAt' | 'answeredAt' | 'talkEndedAt' } & Partial<Record<Time, number>>

/** Which of a line's words says what time, in s (apps/app_queue.c), and what happened at the moment of the line. */
const LOST: Words = { at: 'leftAt', waited: 2 }
const COMPLETE: Words = { at: 'talkEndedAt', waited: -3, talked: -2 }
const WORDS: Readonly<Record<string, Words>> = {
  ABANDON: LOST,
  EXITWITHTIMEOUT: LOST,
  EXITEMPTY: LOST,
  WITHDRAW: LOST,
  EXITWITHKEY: { at: 'leftAt', waited: 3 },
  CONNECT: { at: 'answeredAt', waited: 0, rang: 2 },
  COMPLETEAGENT: COMPLETE,
  COMPLETECALLER: COMPLETE,
  BLINDTRANSFER: COMPLETE,
  ATTENDEDTRANSFER: COMPLETE,
}
const SAME_MS = 1_000

/** By how many ms ours are longer than what the log's lines say. */
export type Longer = Record<Time, number[]>

/** Every time in whole seconds that a line of the log says itself and that is not ours to a second; `log`: to the ms. */
export function differencesFromLines(
  kept: readonly VisitView[],
  log: string,
  known: Known,
): { differences: Difference[]; longer: Longer } {
  const differences: Difference[] = []
  const longer: Longer = { waited: [], talked: [], rang: [] }
  const entered = new Map<string, number>()
  for (const line of log.split('\n').map(readLogLine)) {
    if (!line) continue
    const key = `${line.uniqueid}|${line.queue}`
    if (line.event === 'ENTERQUEUE') entered.set(key, line.at)
    const words = WORDS[line.event]
    if (!words) continue
    const visits = kept.filter((one) => keyOf(one) === key)
    // A caller whom one talk of the queue leads into another has two visits that end within a second.
    const [visit] = visits.toSorted((one, other) => apart(one, line, words.at) - apart(other, line, words.at))
    if (!visit || apart(visit, line, words.at) > SAME_MS) {
      const unseen = visits.map((one) => whyUnseen(spanOf(one), known)).find((why) => why !== null)
      const why = unseen ?? whyOther(line, entered.get(key) ?? line.at, known)
      differences.push({ visit: key, what: `${line.event} at ${line.at} is no visit's`, why })
      continue
    }
    const ours = { waited: visit.waitMs, talked: talkedOf(visit), rang: rangOf(visit) }
    for (const time of ['waited', 'talked', 'rang'] as const) {
      const word = words[time]
      if (word === undefined) continue
      const seconds = Number(line.data.at(word))
      const ms = ours[time] ?? Number.NaN
      const why = whyOther(line, visit.enteredAt, known)
      if (why === null) longer[time].push(ms - seconds * 1000)
      if (!(Math.abs(Math.round(ms / 1000) - seconds) <= 1))
        differences.push({ visit: key, what: `${time} ${ms} ms, not the ${seconds} s of ${line.event}`, why })
    }
  }
  return { differences, longer }
}

function apart(visit: VisitView, { at }: LogLine, moment: Words['at']): number {
  return Math.abs((visit[moment] ?? 0) - at)
}

function rangOf({ rings }: VisitView): number | null {
  return rings.findLast(({ outcome }) => outcome === 'answered')?.rangMs ?? null
}

/** `from`: when its visit began. */
function whyOther({ at, uniqueid, queue, event }: LogLine, from: number, known: Known): Difference['why'] {
  const key = `${uniqueid}|${queue}`
  const isElsewhere = WORDS[event] === COMPLETE && (known.takenAway.has(key) || known.moved.has(key))
  return whyUnseen({ from, to: at }, known) ?? (isElsewhere ? 'logTalksOn' : null)
}
