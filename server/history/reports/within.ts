import { type RawBuilder, sql } from 'kysely'
import { TALK, WAIT } from './expressions'
import { liesIn, type SoughtHour } from './week-hour'

/** A part of the visits that ended waiting in a span; what is left out does not matter. */
export type Within = {
  /** Those whose waiting ended in this hour of the week. */
  weekHour?: SoughtHour
  /** Waited, or talked, no shorter than this, and shorter than that; ms. */
  minWaitMs?: number
  waitBelowMs?: number
  minTalkMs?: number
  talkBelowMs?: number
}

/** All of these must hold. */
export function conditionsOf(within: Within): RawBuilder<boolean>[] {
  const { weekHour, minWaitMs, waitBelowMs, minTalkMs, talkBelowMs } = within
  return [
    ...(weekHour === undefined ? [] : [liesIn(sql`left_at`, weekHour)]),
    ...(minWaitMs === undefined ? [] : [sql<boolean>`${WAIT} >= ${minWaitMs}`]),
    ...(waitBelowMs === undefined ? [] : [sql<boolean>`${WAIT} < ${waitBelowMs}`]),
    ...(minTalkMs === undefined ? [] : [sql<boolean>`${TALK} >= ${minTalkMs}`]),
    ...(talkBelowMs === undefined ? [] : [sql<boolean>`${TALK} < ${talkBelowMs}`]),
  ]
}

/** Is anything left out at all? */
export function isNarrow(within: Within): boolean {
  return conditionsOf(within).length > 0
}
