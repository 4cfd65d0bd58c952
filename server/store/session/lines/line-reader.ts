import type { AmiAction, AmiConnection } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { mailboxCounted, withContext } from '@/server/events/mailbox-events'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { PbxTables } from '../../reducers/tables'
import type { ListReader } from '../list-reader'
import { isRefusal } from '../refusal'
import { detailsWanted } from './details-wanted'
import { CONTACTS, ENDPOINTS, MAILBOXES, Refusals } from './line-lists'

const DETAILS = 'PJSIPShowEndpoint'
const COUNT = 'MailboxCount'
/** So many endpoints of which nothing is known are asked for one by one at a time, and of the others in their turn. */
const UNKNOWN_AT_ONCE = 200
const OTHERS_AT_ONCE = 25
/** The same of mailboxes that stand in no list. */
const MAILBOXES_AT_ONCE = 100

type LineReaderOptions = { connection: AmiConnection; reader: ListReader; clock: Clock }
type Item = (event: PbxEvent) => void

/**
 * Reads phones, trunks, registrations, mailboxes and presences. Any of the lists may be missing without harm to the others:
 * a technology that is not loaded, an account without `system` (res_pjsip).
 */
export class LineReader {
  private readonly refusals = new Refusals()
  /** Where the next turn of single endpoints begins. */
  private nextDetail = 0

  constructor(private readonly options: LineReaderOptions) {}

  /** Lists that this PBX does not allow us, and those of technologies that it has not loaded. */
  get missing(): { denied: string[]; absent: string[] } {
    return { denied: this.refusals.all('denied'), absent: this.refusals.all('absent') }
  }

  /** Connected or reloaded: what was refused may be known now. */
  forget(): void {
    this.refusals.forget()
  }

  /**
   * Reads these lists and what belongs to them; only within `reader.exclusive`. Resolves to the lists that were told whole.
   * `tables`: those that the items go into.
   */
  async read(lists: readonly string[], tables: PbxTables | null, item: Item): Promise<ReadonlySet<string>> {
    const { reader } = this.options
    const known: readonly string[] = lists.filter((action) => !this.refusals.has(action))
    const registered = new Set<string>()
    const outcomes = await reader.read(
      known.map((action) => ({ action })),
      (event) => {
        if (event.type === 'contactPut') registered.add(`${event.aor} ${event.uri}`)
        item(event)
      },
    )
    const told = outcomes.map((outcome) => this.refusals.note(outcome)).filter(({ error }) => error === null)
    const names = new Set(told.map(({ action }) => action))
    if (tables !== null && names.has(ENDPOINTS) && lists.includes(CONTACTS)) {
      await this.readDetails(tables, registered, item)
    }
    if (tables !== null && lists.includes(MAILBOXES)) await this.countMailboxes(tables, names.has(MAILBOXES), item)
    return names
  }

  /** Fixed contacts stand in no list with their state: it is told of single endpoints only. */
  private async readDetails(tables: PbxTables, registered: ReadonlySet<string>, item: Item): Promise<void> {
    if (this.refusals.has(DETAILS)) return
    const { unknown, others } = detailsWanted(tables, registered)
    const names = [...unknown.slice(0, UNKNOWN_AT_ONCE), ...this.turn(others)]
    const actions: AmiAction[] = names.map((Endpoint) => ({ action: DETAILS, headers: { Endpoint } }))
    const outcomes = await this.options.reader.read(actions, item)
    // One that is gone by now is refused like an action that is not allowed, and no other reason to ask no more.
    if (outcomes.length > 0 && outcomes.every(({ error }) => error !== null))
      outcomes.map((one) => this.refusals.note(one))
  }

  private turn(names: readonly string[]): string[] {
    const from = names.length > OTHERS_AT_ONCE ? this.nextDetail % names.length : 0
    const turn = [...names.slice(from), ...names.slice(0, from)].slice(0, OTHERS_AT_ONCE)
    this.nextDetail = from + turn.length
    return turn
  }

  /**
   * The list does not tell how many of the new messages are urgent. And where app_voicemail is not loaded, somebody else may
   * count: each mailbox that is known is asked for.
   */
  private async countMailboxes(tables: PbxTables, isListed: boolean, item: Item): Promise<void> {
    if (this.refusals.has(COUNT)) return
    const boxes = [...tables.mailboxes.values()].filter(({ newMessages }) => !isListed || newMessages > 0)
    const known = boxes.map(({ mailbox }) => mailbox)
    const all = isListed ? [] : [...tables.lines.values()]
    const lamps = all.flatMap(({ details }) => details?.mailboxes.map(withContext) ?? [])
    const mailboxes = [...new Set([...known, ...lamps])].slice(0, MAILBOXES_AT_ONCE)
    await Promise.all(mailboxes.map((mailbox) => this.count(mailbox, item)))
  }

  private async count(Mailbox: string, item: Item): Promise<void> {
    const { connection, clock } = this.options
    try {
      const answer = await connection.send({ action: COUNT, headers: { Mailbox } })
      const event = mailboxCounted(answer, clock.now())
      if (event) item(event)
    } catch (error) {
      if (error instanceof Error && isRefusal(error)) this.refusals.note({ action: COUNT, list: null, error })
    }
  }
}
