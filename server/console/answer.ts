import { type ConsoleAnswer, MOST_ANSWER_BYTES } from '@/lib/protocol/admin/console'
import type { AmiMessage } from '@/server/ami/types'
import type { Exchange } from './gather'
import type { SecretBlot } from './hide'
import { shownMessage } from './shown'

type AnswerOptions = { action: string; pbx: string; at: number; now: number; blot: SecretBlot }

const EMPTY_LINE = Buffer.from('\r\n')

/** What came of an action, for people: bounded, and without our secret. */
export function answerOf(exchange: Exchange, { action, pbx, at, now, blot }: AnswerOptions): ConsoleAnswer {
  const { messages, sent, error } = exchange
  const received = Buffer.concat(messages.flatMap(({ raw }) => (raw ? [raw, EMPTY_LINE] : [])))
  const kept = received.subarray(0, MOST_ANSWER_BYTES)
  return {
    ...{ action, pbx, at, ms: now - at },
    outcome: outcomeOf(exchange),
    text: error ? blot.text(error.message) : textOf(messages, blot),
    messages: shownMessages(messages, blot),
    sent: blot.in(sent).toString('base64'),
    received: blot.in(kept).toString('base64'),
    cut: cutOf(exchange, received.length - kept.length),
  }
}

function outcomeOf({ messages, error }: Exchange): ConsoleAnswer['outcome'] {
  if (error) return error.code === 'link-lost' ? 'lost' : 'timeout'
  return responseOf(messages)?.name === 'Error' ? 'error' : 'success'
}

function textOf(messages: readonly AmiMessage[], blot: SecretBlot): string | null {
  const text = responseOf(messages)?.get('Message')
  return text === undefined ? null : blot.text(text).trim().slice(0, 1000)
}

function responseOf(messages: readonly AmiMessage[]): AmiMessage | undefined {
  return messages.find(({ kind }) => kind === 'response')
}

function shownMessages(messages: readonly AmiMessage[], blot: SecretBlot): ConsoleAnswer['messages'] {
  let left = MOST_ANSWER_BYTES
  return messages.map((message) => {
    const { shown } = shownMessage(message, left, blot)
    left -= message.raw?.length ?? 0
    return shown
  })
}

function cutOf({ cut }: Exchange, bytes: number): ConsoleAnswer['cut'] {
  if (cut === null && bytes === 0) return null
  return { messages: cut?.messages ?? 0, bytes: (cut?.bytes ?? 0) + bytes }
}
