import { formatMessage, type Header } from '../ami/message'
import type { Request } from '../ami/request'
import type { Session } from '../ami/session'
import type { Pbx } from '../pbx/pbx'
import type { Channel } from '../pbx/records'

/** One action being answered. */
export type ActionContext = { pbx: Pbx; session: Session; request: Request }

export type Action = { name: string; synopsis: string; run(context: ActionContext): void }

export function succeed({ session, request }: ActionContext, ...headers: Header[]): void {
  session.reply(request, 'Success', ...headers)
}

export function say(context: ActionContext, message: string): void {
  succeed(context, ['Message', message])
}

export function refuse({ session, request }: ActionContext, message: string): void {
  session.reply(request, 'Error', ['Message', message])
}

/** `ActionID` of a list's item; queues put it last, everybody else first. */
export function idHeader(request: Request): Header[] {
  return request.actionId ? [['ActionID', request.actionId]] : []
}

export type List = {
  /** `Queue status will follow`. */
  message: string
  items: readonly (readonly Header[])[]
  /** `QueueStatusComplete`. */
  complete: string
  /** After `ListItems`. */
  more?: readonly Header[]
}

/** A list: the response, its items, the final event; none of them has a timestamp. */
export function sendList(context: ActionContext, list: List): void {
  const { session, request } = context
  succeed(context, ['EventList', 'start'], ['Message', list.message])
  for (const item of list.items) session.write(formatMessage(item))
  session.write(
    formatMessage([
      ['Event', list.complete],
      ...idHeader(request),
      ['EventList', 'Complete'],
      ['ListItems', list.items.length],
      ...(list.more ?? []),
    ]),
  )
}

/** Asterisk's `ast_true` (main/utils.c). */
export function isTrue(text: string): boolean {
  return ['yes', 'true', 'y', 't', '1', 'on'].includes(text.toLowerCase())
}

/** The channel that a header names, by name or Uniqueid; refuses and gives `null` when there is none. */
export function channelNamed(context: ActionContext, header: string): Channel | null {
  const name = context.request.get(header)
  const channel = name ? context.pbx.findChannel(name) : undefined
  if (!channel) refuse(context, name ? 'No such channel' : 'No channel specified')
  return channel ?? null
}
