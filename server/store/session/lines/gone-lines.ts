import type { PbxEvent } from '@/server/events/pbx-event'
import { lineKey } from '../../reducers/line-tables'
import type { PbxTables } from '../../reducers/tables'
import { listOfLines, MAILBOXES, REGISTRATIONS } from './line-lists'

/** Finds what stood in the tables before a reading and is named by none of its lists. */
export class GoneLines {
  private readonly before: {
    lines: Map<string, object>
    mailboxes: Map<string, object>
    registrations: Map<string, object>
  }
  private readonly lines = new Set<string>()
  private readonly registrations = new Set<string>()
  private readonly mailboxes = new Set<string>()

  constructor(private readonly tables: PbxTables) {
    const { lines, mailboxes, registrations } = tables
    this.before = {
      lines: new Map(lines),
      mailboxes: new Map(mailboxes.entries()),
      registrations: new Map(registrations.entries()),
    }
  }

  /** An item of a list. */
  named(event: PbxEvent): void {
    switch (event.type) {
      case 'endpointListed':
        this.lines.add(lineKey('PJSIP', event.name))
        break
      case 'peerListed':
        this.lines.add(lineKey(event.technology, event.name))
        break
      case 'registrationListed':
        this.registrations.add(`${event.technology} ${event.name}`)
        break
      case 'mailboxPut':
        this.mailboxes.add(event.mailbox)
        break
      default:
    }
  }

  /** What takes them out. `told`: the lists that were told whole. One that an event touched meanwhile stays. */
  *farewells(told: ReadonlySet<string>, at: number): Generator<PbxEvent> {
    const { tables, before } = this
    for (const [key, line] of [...tables.lines]) {
      const { technology, name } = line
      if (this.lines.has(key) || !told.has(listOfLines(technology)) || before.lines.get(key) !== line) continue
      yield { type: 'endpointRemoved', at, technology, name }
    }
    for (const [id, registration] of [...tables.registrations.entries()]) {
      const { technology, name } = registration
      if (this.registrations.has(`${technology} ${name}`) || !told.has(REGISTRATIONS[technology])) continue
      if (before.registrations.get(id) === registration) yield { type: 'registrationRemoved', at, technology, name }
    }
    for (const [id, record] of told.has(MAILBOXES) ? [...tables.mailboxes.entries()] : []) {
      const { mailbox } = record
      if (!this.mailboxes.has(mailbox) && before.mailboxes.get(id) === record)
        yield { type: 'mailboxRemoved', at, mailbox }
    }
  }
}
