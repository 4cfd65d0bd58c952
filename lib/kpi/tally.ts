import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Visit } from '@/lib/domain/visit'
import { kindOf, waitOf } from './kind'

/** Made many times a second: one literal, for put together of several it takes ten times as long. */
export function emptyTally(): Tally {
  // Reports make very many of them: spread together they would be many times as slow to make and to add up.
  return {
    answered: 0,
    answeredInTime: 0,
    lost: 0,
    lostInTime: 0,
    hungUp: 0,
    short: 0,
    other: 0,
    unknown: 0,
    waitMs: 0,
    waits: 0,
    answeredWaitMs: 0,
    longestWaitMs: 0,
    talks: 0,
    talkMs: 0,
    heldMs: 0,
    wrapUps: 0,
    wrapUpMs: 0,
    transfers: 0,
  }
}

/** Adds one visit; one that still waits adds nothing. */
export function addVisit(tally: Tally, visit: Visit, rules: KpiRules): void {
  addEnding(tally, visit, rules)
  addTalk(tally, visit)
  addWrapUp(tally, visit)
}

/** Adds how a visit ended waiting, once it did. */
export function addEnding(tally: Tally, visit: Visit, rules: KpiRules): void {
  const kind = kindOf(visit, rules)
  if (kind === null) return
  tally[kind] += 1
  addWait(tally, visit, kind, rules)
  // Whether or not the queue calls that lost.
  if (visit.ending === 'hungUp' && kind !== 'short') tally.hungUp += 1
}

function addWait(tally: Tally, visit: Visit, kind: string, { thresholdMs }: KpiRules): void {
  const wait = waitOf(visit)
  if (wait === null || kind === 'unknown') return
  tally.waits += 1
  tally.waitMs += wait
  tally.longestWaitMs = Math.max(tally.longestWaitMs, wait)
  const inTime = wait <= thresholdMs
  if (kind === 'answered') tally.answeredWaitMs += wait
  if (kind === 'answered' && inTime) tally.answeredInTime += 1
  if (kind === 'lost' && inTime) tally.lostInTime += 1
}

/** Adds a talk, once it ended. */
export function addTalk(tally: Tally, { answeredAt, talkEndedAt, heldMs, endedBy }: Visit): void {
  if (answeredAt === null || talkEndedAt === null) return
  tally.talks += 1
  tally.talkMs += Math.max(0, talkEndedAt - answeredAt - heldMs)
  tally.heldMs += heldMs
  if (endedBy === 'transfer') tally.transfers += 1
}

/** Adds a wrap-up, once it is over. */
export function addWrapUp(tally: Tally, { answeredAt, talkEndedAt, wrapUpMs }: Visit): void {
  if (answeredAt === null || talkEndedAt === null || wrapUpMs === null) return
  tally.wrapUps += 1
  tally.wrapUpMs += wrapUpMs
}

/** The sums of both. */
export function addTally(one: Tally, other: Tally): Tally {
  const sum = { ...one }
  addInto(sum, other)
  return sum
}

/** Adds another's sums to a tally that is the caller's own. */
export function addInto(sum: Tally, other: Tally): void {
  const longest = Math.max(sum.longestWaitMs, other.longestWaitMs)
  for (const key of KEYS) sum[key] += other[key]
  sum.longestWaitMs = longest
}

const KEYS = Object.keys(emptyTally()) as (keyof Tally)[]

/** offered = answered + lost + left otherwise + unknown, the short ones among the lost. */
export function offeredOf({ answered, lost, short, other, unknown }: Tally): number {
  return answered + lost + short + other + unknown
}
