import { MessageReader, type ReaderOptions } from '../reader'
import type { AmiMessage } from '../types'

/** A message as plain values, for comparing. */
type PlainMessage = { kind: string; name: string; headers: [string, string][] }

export function plain(message: AmiMessage): PlainMessage {
  return {
    kind: message.kind,
    name: message.name,
    headers: [...message.entries()].map(([name, value]) => [name, value]),
  }
}

/** All messages in the bytes, which come as the given chunks. */
export function readMessages(chunks: Iterable<string | Buffer>, options: Partial<ReaderOptions> = {}): AmiMessage[] {
  const messages: AmiMessage[] = []
  const reader = new MessageReader({ ...options, onMessage: (message) => messages.push(message) })
  for (const chunk of chunks) reader.push(Buffer.from(chunk))
  return messages
}

/** The one message in the text. */
export function readOne(text: string | Buffer): AmiMessage {
  const messages = readMessages([text])
  if (messages.length !== 1) throw new Error(`${messages.length} messages, expected one`)
  return messages[0] as AmiMessage
}
