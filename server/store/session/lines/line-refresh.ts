import type { Technology } from '@/lib/domain/line'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import { TRYING_MS } from '../../reducers/registrations'
import type { PbxTables } from '../../reducers/tables'
import type { ListReader } from '../list-reader'
import { GoneLines } from './gone-lines'
import { CONTACTS, LINE_LISTS, listOfLines, MAILBOXES, REGISTRATIONS } from './line-lists'
import type { LineReader } from './line-reader'

/** Time between two readings of what no event tells: round-trip times, peers' states, when registrations are renewed. */
export const LINES_EVERY_MS = 45_000
/** One reading serves all that happens meanwhile, and then there is a rest. */
export const LINES_AFTER_MS = 1000
const REST_MS = 5000
/** A peer of old that was not checked yet when it was listed is by then, or never. */
const UNCHECKED_TRIES = 5

type LineRefreshOptions = {
  lines: LineReader
  reader: ListReader
  clock: Clock
  /** 0 to below 1. */
  random: () => number
  live(): boolean
  tables(): PbxTables
  apply(event: PbxEvent): void
}

/** Reads phones, trunks and mailboxes again while the picture is live: all in turn, and some lists after events about them. */
export class LineRefresh {
  /** Readings so far. */
  count = 0
  private readonly wanted = new Set<string>()
  private disarmTurn: (() => void) | null = null
  private disarmSoon: (() => void) | null = null
  private disarmAgain: (() => void) | null = null
  private restUntil = 0
  private uncheckedTries = 0

  constructor(private readonly options: LineRefreshOptions) {}

  /** From now on: everything was just read. */
  begin(): void {
    this.disarmTurn?.()
    this.uncheckedTries = UNCHECKED_TRIES
    this.wantUnchecked()
    const { clock, random } = this.options
    this.disarmTurn = clock.after(LINES_EVERY_MS * (1 + random() / 10), () => {
      this.disarmTurn = null
      void this.run(LINE_LISTS).finally(() => {
        if (this.options.live() && this.disarmTurn === null) this.begin()
      })
    })
  }

  end(): void {
    this.disarmTurn?.()
    this.disarmTurn = null
    this.disarmSoon?.()
    this.disarmSoon = null
    this.disarmAgain?.()
    this.disarmAgain = null
    this.wanted.clear()
  }

  /** A live event: what it leaves open is read soon. */
  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'contactPut':
        // Who uses it is told by the list.
        if (event.userAgent === undefined) this.want(CONTACTS)
        break
      case 'registrationChanged':
        this.want(REGISTRATIONS[event.technology])
        break
      case 'mailboxPut':
        // How many of them are urgent is told by asking.
        if (event.new > 0) this.want(MAILBOXES)
        break
      default:
    }
  }

  /** Asterisk checks SIP and IAX peers some time after it has started, and tells of the first result by no event. */
  private wantUnchecked(): void {
    if (this.uncheckedTries === 0) return
    const lists = new Set<string>()
    for (const { technology, reach } of this.options.tables().endpoints.values())
      if (technology !== 'PJSIP' && reach === 'unknown') lists.add(listOfLines(technology))
    if (lists.size > 0) this.uncheckedTries -= 1
    for (const list of lists) this.want(list)
  }

  private want(list: string): void {
    const { clock } = this.options
    this.wanted.add(list)
    this.disarmSoon ??= clock.after(Math.max(LINES_AFTER_MS, this.restUntil - clock.now()), () => {
      this.disarmSoon = null
      const lists = [...this.wanted]
      this.wanted.clear()
      this.restUntil = clock.now() + REST_MS
      void this.run(lists).then(() => this.wantUnchecked())
    })
  }

  /** Whether a registration that only tries is being renewed, or lost, is seen a little later. */
  private lookAgain(technology: Technology): void {
    this.disarmAgain ??= this.options.clock.after(TRYING_MS, () => {
      this.disarmAgain = null
      this.want(REGISTRATIONS[technology])
    })
  }

  private run(lists: readonly string[]): Promise<void> {
    const { lines, reader, clock, live, tables, apply } = this.options
    return reader.exclusive(async () => {
      if (!live()) return
      this.count += 1
      const before = tables()
      const gone = new GoneLines(before)
      const told = await lines.read(lists, before, (event) => {
        gone.named(event)
        // What is other than before has become so since the last reading.
        apply('listed' in event ? { ...event, listed: false } : event)
        if (event.type === 'registrationListed' && event.state === 'trying') this.lookAgain(event.technology)
      })
      if (!live() || tables() !== before) return
      for (const event of gone.farewells(told, clock.now())) apply(event)
    })
  }
}
