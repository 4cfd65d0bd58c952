import type { AmiMessage } from '@/server/ami/types'

/** Where in the dialplan the channel of an event is: context, extension and priority. */
export function placeOf(message: AmiMessage): { place?: string } {
  const parts = ['Context', 'Exten', 'Priority'].map((name) => message.get(name))
  return parts.includes(undefined) ? {} : { place: parts.join('|') }
}
