import { conferences } from './house/conferences'
import { mailboxes } from './house/mailboxes'
import { parking } from './house/parking'
import { phones } from './house/phones'
import { trunks } from './house/trunks'

/** The parts of the house besides queues. */
export const house = {
  title: 'Телефония',
  whatIsRead: 'Что может читать учётная запись на АТС',
  part: {
    phones: 'Телефоны',
    parking: 'Парковка',
    conferences: 'Конференции',
    mailboxes: 'Почтовые ящики',
    trunks: 'Транки',
  },
  trunksDown:
    '{count, plural, one {# транк не работает} few {# транка не работают} many {# транков не работают} other {# транка не работают}}',
  trunksFull:
    '{count, plural, one {# транк требует внимания} few {# транка требуют внимания} many {# транков требуют внимания} other {# транка требуют внимания}}',
  phones,
  parking,
  conferences,
  mailboxes,
  trunks,
} as const
