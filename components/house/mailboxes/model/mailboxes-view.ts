export const COLUMNS = ['mailbox', 'name', 'new', 'urgent', 'old', 'changed'] as const
export type Column = (typeof COLUMNS)[number]

/** How one looks at the mailboxes: all of it stands in the address, so that it can be shared. */
export type MailboxesView = {
  find: string
  /** Only those with new messages. */
  fresh: boolean
  sort: Column
  down: boolean
}

export const USUAL_VIEW: MailboxesView = { find: '', fresh: false, sort: 'mailbox', down: false }

/** Columns whose figures are read from the largest. */
const LARGEST_FIRST: ReadonlySet<Column> = new Set(['new', 'urgent', 'old', 'changed'])

/** A click on a column's head: sorts by it, then turns it round. */
export function sortBy(view: MailboxesView, column: Column): MailboxesView {
  return { ...view, sort: column, down: view.sort === column ? !view.down : LARGEST_FIRST.has(column) }
}

export function parseView(address: URLSearchParams): MailboxesView {
  const said = address.get('sort') ?? ''
  const sort = COLUMNS.find((column) => column === said.replace(/-down$/, ''))
  return {
    find: (address.get('find') ?? '').slice(0, 100),
    fresh: address.get('new') === '1',
    sort: sort ?? USUAL_VIEW.sort,
    down: sort !== undefined && said.endsWith('-down'),
  }
}

/** The address of a view: only what differs from the usual one. */
export function formatView({ find, fresh, sort, down }: MailboxesView): URLSearchParams {
  const address = new URLSearchParams()
  if (find !== '') address.set('find', find)
  if (fresh) address.set('new', '1')
  if (sort !== USUAL_VIEW.sort || down) address.set('sort', down ? `${sort}-down` : sort)
  return address
}

export const MAILBOXES_FORM = {
  storage: 'callboard.mailboxes',
  parse: parseView,
  format: formatView,
  saysAnything: (address: URLSearchParams) => ['find', 'new', 'sort'].some((key) => address.has(key)),
}
