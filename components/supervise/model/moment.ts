/** One line of a story; the words are in the catalogue (`supervise.story`). */
export type Moment = {
  /** When, in ms since 1970; `null`: not known. */
  at: number | null
  what:
    | 'started'
    | 'joined'
    | 'answered'
    | 'ringing'
    | 'talking'
    | 'held'
    | 'parked'
    | 'dialing'
    | 'waiting'
    | 'with'
    | 'recordOn'
    | 'recordMuted'
    | 'recordOff'
    | 'ended'
    | 'left'
    | 'place'
    | 'priority'
    | 'state'
    | 'pausedFor'
    | 'entered'
    | 'leftQueue'
    | 'penalty'
    | 'lastCall'
  /** A name, a slot, a number, a state, a queue's id: whatever the words need. */
  detail: string | null
  /** A queue's id. */
  queue: string | null
}

export function moment(
  at: number | null,
  what: Moment['what'],
  detail: string | null = null,
  queue: string | null = null,
): Moment {
  return { at, what, detail, queue }
}

/** Both in the order of time; what the record tells and what was seen of the same thing is one. */
export function mergeMoments(told: readonly Moment[], seen: readonly Moment[]): Moment[] {
  const merged = [...told]
  for (const one of seen) {
    const known = told.some((other) => other.what === one.what && other.detail === one.detail && near(other.at, one.at))
    if (!known) merged.push(one)
  }
  return merged.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
}

/** The server's moment and the one at which the page learnt of it, in ms. */
const NEAR_MS = 2000

function near(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) <= NEAR_MS
}
