import type { Member } from '../member'

/** What a member may be seen in, one of each. */
export const MEMBER_STATES_OF_TESTS: readonly Partial<Member>[] = [
  { activity: 'idle' },
  { activity: 'idle', lastCallAt: 55_000, wrapUpSeconds: 10 },
  { activity: 'ringing' },
  { activity: 'onCall', inCall: true },
  { activity: 'onHold', inCall: true },
  { activity: 'idle', paused: true, pausedReason: 'lunch', lastPauseAt: 1 },
  { activity: 'unavailable' },
  { activity: 'unavailable', paused: true, lastPauseAt: 2 },
]
