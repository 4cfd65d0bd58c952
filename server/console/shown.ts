import type { ConsoleEvent, ConsoleMessage } from '@/lib/protocol/admin/console'
import type { AmiMessage } from '@/server/ami/types'
import type { SecretBlot } from './hide'

/** Longer values and events are cut, and say by how much. */
const MOST_VALUE_CHARS = 4_000
const MOST_EVENT_CHARS = 16_000

type Header = [name: string, value: string]

/** A message as it is told, with at most so many characters; our own secret is blotted out. */
export function shownMessage(
  message: AmiMessage,
  most: number,
  blot: SecretBlot,
): { shown: ConsoleMessage; cut: number } {
  const headers: Header[] = []
  let [left, cut] = [most, 0]
  for (const [name, whole] of message.entries()) {
    const size = name.length + whole.length
    if (size > left) cut += size
    else headers.push([name, blot.value(name, whole)])
    left = Math.max(0, left - size)
  }
  return { shown: { kind: message.kind, name: message.name, headers }, cut }
}

/** An event of the stream, which is short in all but hostile cases. */
export function shownEvent(event: AmiMessage, seq: number, at: number, blot: SecretBlot): ConsoleEvent {
  const headers: Header[] = []
  let [left, cut] = [MOST_EVENT_CHARS, 0]
  for (const [name, whole] of event.entries()) {
    const value = blot.value(name, whole).slice(0, Math.min(MOST_VALUE_CHARS, left))
    cut += whole.length - value.length
    left -= value.length
    headers.push([name.slice(0, MOST_VALUE_CHARS), value])
  }
  return { seq, at, name: event.name, headers: headers.slice(0, 200), cut }
}
