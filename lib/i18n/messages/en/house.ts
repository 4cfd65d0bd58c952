import { conferences } from './house/conferences'
import { mailboxes } from './house/mailboxes'
import { parking } from './house/parking'
import { phones } from './house/phones'
import { trunks } from './house/trunks'

/** The parts of the house besides queues. */
export const house = {
  title: 'The house',
  whatIsRead: 'What the account at the PBX may read',
  part: {
    phones: 'Phones',
    parking: 'Parking',
    conferences: 'Conferences',
    mailboxes: 'Mailboxes',
    trunks: 'Trunks',
  },
  /** Said of what leads to the trunks. */
  trunksDown: '{count, plural, one {a trunk is down} other {# trunks are down}}',
  trunksFull: '{count, plural, one {a trunk needs attention} other {# trunks need attention}}',
  phones,
  parking,
  conferences,
  mailboxes,
  trunks,
} as const
