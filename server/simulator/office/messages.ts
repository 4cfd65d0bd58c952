import { clearMessages, hearMessages } from '../pbx/mailboxes'
import { record } from '../pbx/voicemail'
import { inventCaller } from '../people'
import { comeIn } from './lift'
import { every, type OfficeDay } from './office-pace'

/** Seconds between two callers who speak to the reception's machine, and between two who listen to their messages. */
const SPOKEN = 420
const HEARD = 700
/** More old messages than so many nobody keeps. */
const KEPT = 14

/** Mailboxes fill, are listened to, and are emptied. */
export function startMessages(day: OfficeDay): void {
  const { pbx, pace, office } = day
  every(day, SPOKEN, () => {
    const mailbox = pace.random.chance(0.5) ? office.reception : pace.random.pick(office.mailboxes)
    record(pbx, comeIn(pbx, inventCaller(pace.random), mailbox.mailbox), mailbox, pace.between(6, 45))
  })
  every(day, HEARD, () => {
    const mailbox = pace.random.pick([office.reception, ...office.mailboxes])
    if (mailbox.fresh + mailbox.urgent > 0) hearMessages(pbx, mailbox)
    else if (mailbox.heard > KEPT) clearMessages(pbx, mailbox)
  })
}
