import { hangUp, requestHangup } from './channels'
import { leaveMessage, type Mailbox } from './mailboxes'
import type { Pbx } from './pbx'
import { phoneOf, release } from './phones'
import type { Channel } from './records'

/** How long somebody speaks who does not hang up before, in ms. */
const SPEAKS = 20_000
/** What is shorter is thrown away (`minsecs`), in ms. */
const SHORTEST = 2_000

/** `channel` speaks into the mailbox until it hangs up. */
export function record(pbx: Pbx, channel: Channel, mailbox: Mailbox, speaks = SPEAKS): void {
  const since = pbx.now()
  Object.assign(channel, { application: 'VoiceMail', data: `${mailbox.mailbox}@${mailbox.context}` })
  const end = () => {
    undo()
    const phone = phoneOf(pbx, channel)
    requestHangup(pbx, channel)
    if (pbx.now() - since >= SHORTEST) leaveMessage(pbx, mailbox, channel)
    hangUp(pbx, channel, 16)
    release(pbx, phone, channel)
  }
  const undo = pbx.scheduler.after(speaks, end)
  channel.onHangup = end
}
