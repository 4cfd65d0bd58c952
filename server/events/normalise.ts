import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'
import { READERS } from './readers'
import { numberOf } from './values'

/**
 * Puts an AMI message into our words. The only place that knows Asterisk's header names.
 * @param receivedAt ms since 1970; stands in where the message has no `Timestamp` of its own (list items never have).
 * @returns `null` for responses, for events that nothing here uses, and for those that do not name their subject
 */
export function normalise(message: AmiMessage, receivedAt: number): PbxEvent | null {
  if (message.kind !== 'event') return null
  const reader = READERS.get(message.name)
  if (reader === undefined) return null
  const timestamp = numberOf(message, 'Timestamp')
  return reader(message, timestamp === undefined ? receivedAt : Math.floor(timestamp * 1000))
}
