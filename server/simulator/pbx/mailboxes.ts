import type { Pbx } from './pbx'
import type { Channel } from './records'
import { channelHeaders } from './snapshots'

/** A voice mailbox; messages are counted, not kept. */
export type Mailbox = {
  mailbox: string
  context: string
  person: string
  email: string
  fresh: number
  heard: number
  urgent: number
}

export function addMailbox(pbx: Pbx, mailbox: string, person: string): Mailbox {
  const email = mailbox === '100' ? 'reception@example.com' : `${mailbox}@example.com`
  const whole: Mailbox = { mailbox, context: 'default', person, email, fresh: 0, heard: 0, urgent: 0 }
  pbx.mailboxes.set(addressOf(whole), whole)
  return whole
}

export function addressOf({ mailbox, context }: Mailbox): string {
  return `${mailbox}@${context}`
}

/** Somebody left a message: with the channel on which it was spoken (apps/app_voicemail.c, `queue_mwi_event`). */
export function leaveMessage(pbx: Pbx, mailbox: Mailbox, channel: Channel | null, urgent = false): void {
  if (urgent) mailbox.urgent++
  else mailbox.fresh++
  tellMailbox(pbx, mailbox, channel)
}

/** New ones become old ones. */
export function hearMessages(pbx: Pbx, mailbox: Mailbox): void {
  mailbox.heard += mailbox.fresh + mailbox.urgent
  mailbox.fresh = 0
  mailbox.urgent = 0
  tellMailbox(pbx, mailbox, null)
}

/** Old ones are thrown away. */
export function clearMessages(pbx: Pbx, mailbox: Mailbox): void {
  mailbox.heard = 0
  tellMailbox(pbx, mailbox, null)
}

function tellMailbox(pbx: Pbx, mailbox: Mailbox, channel: Channel | null): void {
  const waiting = mailbox.fresh + mailbox.urgent
  pbx.emit('call', 'MessageWaiting', () => [
    ...(channel ? channelHeaders(channel) : []),
    ['Mailbox', addressOf(mailbox)],
    ['Waiting', waiting > 0 ? 1 : 0],
    ['New', waiting],
    ['Old', mailbox.heard],
  ])
}
