import { createPhone } from '../day/staff'
import { addMailbox, type Mailbox } from '../pbx/mailboxes'
import type { Pbx } from '../pbx/pbx'
import type { Phone } from '../pbx/records'
import { openTrunks } from '../pbx/trunks'

/** The rest of the house: people who are in no queue, by extension. */
const PEOPLE: readonly (readonly [extension: string, person: string])[] = [
  ['401', 'Priya Shaw'],
  ['402', 'Jörg Lindström'],
  ['403', 'Ксения Мороз'],
  ['404', 'Renée Lefèvre'],
  ['405', 'Idris Okafor'],
  ['406', 'Αναστασία Νικολάου'],
  ['407', 'Björn Schäfer'],
  ['408', '陽子 渡辺'],
]
/** Of the people in queues the first so many have a mailbox, too. */
const AGENTS_WITH_MAILBOX = 6

export type Office = { phones: readonly Phone[]; reception: Mailbox; mailboxes: readonly Mailbox[] }

/** Offices, mailboxes and lines to elsewhere, after the queues' people are seated. */
export function openOffice(pbx: Pbx): Office {
  const agents = [...pbx.phones.values()]
  openTrunks(pbx, agents.length)
  const phones = PEOPLE.map(([extension, person]) => {
    const phone = createPhone(pbx, extension, person)
    phone.presentity = `CustomPresence:${extension}`
    return phone
  })
  const reception = addMailbox(pbx, '100', 'Reception')
  const owners = [...agents.slice(0, AGENTS_WITH_MAILBOX), ...phones]
  return { phones, reception, mailboxes: owners.map(({ extension, person }) => addMailbox(pbx, extension, person)) }
}
