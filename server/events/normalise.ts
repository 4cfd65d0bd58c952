import type { AmiMessage } from '@/server/ami/types'
import { BoundedMessage } from './bounded-message'
import type { PbxEvent } from './pbx-event'
import { READERS } from './readers'
import { numberOf } from './values'

/**
 * Puts an AMI message into our words. The only place that knows Asterisk's header names. Texts end at `MAX_TEXT`.
 * @param receivedAt ms since 1970; stands in where the message has no `Timestamp` of its own (list items never have).
 * @param pbxAhead how far the PBX's clock is ahead of ours, in ms: its moments are told by our clock
 * @returns `null` for responses, for events that nothing here uses, and for those that do not name their subject
 */
export function normalise(message: AmiMessage, receivedAt: number, pbxAhead = 0): PbxEvent | null {
  if (message.kind !== 'event') return null
  const reader = READERS.get(message.name)
  if (reader === undefined) return null
  const timestamp = numberOf(message, 'Timestamp')
  const event = reader(
    new BoundedMessage(message),
    timestamp === undefined ? receivedAt : Math.floor(timestamp * 1000) - pbxAhead,
  )
  return pbxAhead !== 0 && event?.type === 'memberPut' ? withMomentsByOurClock(event, pbxAhead) : event
}

function withMomentsByOurClock(event: PbxEvent & { type: 'memberPut' }, pbxAhead: number): PbxEvent {
  const { lastCallAt, lastPauseAt, loggedInAt } = event.member
  const ours = (moment: number | null | undefined) => (moment ? moment - pbxAhead : moment)
  const moments = { lastCallAt: ours(lastCallAt), lastPauseAt: ours(lastPauseAt), loggedInAt: ours(loggedInAt) }
  return { ...event, member: { ...event.member, ...moments } }
}
