import { diallable } from '@/components/dial/phone-number'
import { type Findable, findable, isFound } from '@/components/supervise/model/findable'
import { sameFields } from '@/components/wall/board/queue-view'
import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Mailbox } from '@/lib/domain/mailbox'
import { keyOf, type Phone } from '@/lib/domain/phone'
import type { Phone as OwnPhone } from '@/lib/protocol/viewer'
import { unreachable } from '@/lib/unreachable'
import type { Column, MailboxesView } from './mailboxes-view'

/** One line of the mailboxes. */
export type MailboxRow = {
  mailbox: Mailbox
  /** Whose it is; `null`: not told. */
  name: string | null
  /** What to dial to reach its owner; `null`: not known. */
  number: string | null
  /** The number of the phone that it belongs to, where one sees that. */
  phone: string | null
  own: boolean
  found: Findable
}

type Known = {
  phones: Iterable<Phone>
  /** Whose phone an interface is, by `keyOf`. */
  names: ReadonlyMap<string, string>
  own: readonly OwnPhone[]
}

/** A line for each mailbox; what is as it was `before` stays the very same, so that only the others are drawn anew. */
export function mailboxRows(
  mailboxes: readonly Mailbox[],
  { phones, names, own }: Known,
  before: ReadonlyMap<string, MailboxRow> = new Map(),
): MailboxRow[] {
  const phoneOf = new Map<string, Phone>()
  for (const phone of phones) if (phone.mailbox && !phoneOf.has(phone.mailbox.id)) phoneOf.set(phone.mailbox.id, phone)
  const mine = new Set(own.map((one) => keyOf(one.pbx, endpointOfInterface(one.interface))))
  const myNumbers = new Set(own.flatMap(({ pbx, exten }) => (exten === null ? [] : keyOf(pbx, exten))))
  return mailboxes.map((mailbox) => {
    const phone = phoneOf.get(mailbox.id)
    const keys = phone?.interfaces.map((one) => keyOf(mailbox.pbx, one)) ?? []
    const [box = ''] = mailbox.mailbox.split('@')
    const name = mailbox.name ?? keys.map((key) => names.get(key)).find((one) => one !== undefined) ?? null
    const known = before.get(mailbox.id)
    const row: MailboxRow = {
      ...{ mailbox, name, phone: phone?.number ?? null },
      number: diallable(phone?.number ?? box),
      own: keys.some((key) => mine.has(key)) || myNumbers.has(keyOf(mailbox.pbx, box)),
      found: known?.name === name ? known.found : findable([name, mailbox.mailbox], [box]),
    }
    return sameFields(row, known)
  })
}

/** What is shown, one's own first. */
export function shownMailboxes(
  rows: readonly MailboxRow[],
  view: MailboxesView,
  compare: (one: string, other: string) => number,
): MailboxRow[] {
  const shown = rows.filter((row) => isFound(row.found, view.find) && (!view.fresh || row.mailbox.newMessages > 0))
  const sign = view.down ? -1 : 1
  return shown.toSorted(
    (one, other) =>
      Number(other.own) - Number(one.own) ||
      sign * byColumn(view.sort, one, other, compare) ||
      compare(one.mailbox.mailbox, other.mailbox.mailbox),
  )
}

function byColumn(
  column: Column,
  { mailbox: one, name: oneName }: MailboxRow,
  { mailbox: other, name: otherName }: MailboxRow,
  compare: (one: string, other: string) => number,
): number {
  switch (column) {
    case 'mailbox':
      return compare(one.mailbox, other.mailbox)
    case 'name':
      return compare(oneName ?? '', otherName ?? '')
    case 'new':
      return one.newMessages - other.newMessages
    case 'urgent':
      return one.urgentMessages - other.urgentMessages
    case 'old':
      return one.oldMessages - other.oldMessages
    case 'changed':
      return (one.changedAt ?? 0) - (other.changedAt ?? 0)
    default:
      return unreachable(column)
  }
}

/** All messages of each kind. */
export function totalsOf(mailboxes: readonly Mailbox[]) {
  const sum = (count: (mailbox: Mailbox) => number) => mailboxes.reduce((all, one) => all + count(one), 0)
  return {
    new: sum(({ newMessages }) => newMessages),
    urgent: sum(({ urgentMessages }) => urgentMessages),
  }
}
