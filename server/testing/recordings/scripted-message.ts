import { MessageReader } from '@/server/ami/reader'
import type { AmiMessage } from '@/server/ami/types'

/** A message as the wire has it, from lines that a test writes down. */
export function messageOf(lines: string): AmiMessage {
  const messages: AmiMessage[] = []
  const reader = new MessageReader({ onMessage: (message) => messages.push(message) })
  const text = lines
    .trim()
    .split('\n')
    .map((line) => line.trimStart())
  reader.push(Buffer.from(`${text.join('\r\n')}\r\n\r\n`))
  const [message] = messages
  if (!message) throw new Error('no message in these lines')
  return message
}
