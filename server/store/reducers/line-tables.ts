import type { ContactId, ExtensionId, RegistrationId } from '@/lib/domain/ids'
import type { Reach, Technology } from '@/lib/domain/line'
import type { DeviceState } from '@/lib/domain/member'
import type { Presence } from '@/lib/domain/presence'
import { IndexSets } from './index-sets'

/** An endpoint or peer as its list tells it; what its channels, contacts and device add is put together at each flush. */
export type Line = {
  readonly technology: Technology
  readonly name: string
  /** Of the list: the device's own state is newer. */
  readonly state: DeviceState | null
  /** PJSIP alone: its AORs, what it signs in with at the other side, and whether it signs in here. */
  readonly aors: readonly string[]
  readonly outboundAuths: readonly string[]
  /** It tells us where it is, as phones do; the configuration names no address. */
  readonly registers: boolean
  /** What is told of single endpoints only: from how many calls on it is busy, whose mailboxes light its lamp. */
  readonly details: { readonly busyAt: number | null; readonly mailboxes: readonly string[] } | null
  /** Peers of SIP and IAX alone: PJSIP's endpoints have contacts. */
  readonly peer: { readonly reach: Reach; readonly roundTripMs: number | null; readonly address: string | null } | null
}

/** What a registration does not tell again when it is renewed. */
export type Renewal = {
  /** How long from one renewal to the next, in ms. */
  readonly everyMs: number | null
  readonly renewedAt: number | null
  /** Since when it only tries, ms since 1970. */
  readonly tryingSince: number | null
}

/** What reducers need to tell of phones, trunks and mailboxes. Lines by their endpoint in small letters: `pjsip/101`. */
export type LineTables = {
  readonly lines: Map<string, Line>
  readonly contactsByLine: IndexSets<string, ContactId>
  readonly renewals: Map<RegistrationId, Renewal>
  /** By presentity in small letters. */
  readonly presences: Map<string, Presence>
  readonly extensionsByPresentity: IndexSets<string, ExtensionId>
  /**
   * Lines, and calls whose phones' channels, are to be told anew at the next flush, with the moment since when they may be
   * other than before. `null`: a list touched them, which does not say; `undefined`: nothing that has a beginning did.
   */
  readonly touchedLines: Touched
  readonly touchedTalks: Touched
}

type Touched = Map<string, number | null | undefined>

export function createLineTables(): LineTables {
  return {
    lines: new Map(),
    contactsByLine: new IndexSets(),
    renewals: new Map(),
    presences: new Map(),
    extensionsByPresentity: new IndexSets(),
    touchedLines: new Map(),
    touchedTalks: new Map(),
  }
}

/** The key of a line: the same as of its channels (`endpointOfChannel`). */
export function lineKey(technology: Technology, name: string): string {
  return `${technology}/${name}`.toLowerCase()
}

/** What is told of a line may have changed; others than lines are ignored. */
export function touchLine(tables: LineTables, key: string, at?: number | null): void {
  if (tables.lines.size > 0 && tables.lines.has(key)) touch(tables.touchedLines, key, at)
}

/** Once a list has told a state without its beginning, an event of the same flush does not date it. */
export function touch(touched: Touched, key: string, at: number | null | undefined): void {
  const known = touched.get(key)
  if (known === null || (at === undefined && known !== undefined)) return
  touched.set(key, at)
}
