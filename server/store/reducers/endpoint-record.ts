import { endpointId } from '@/lib/domain/ids'
import type { Contact, Endpoint, Reach } from '@/lib/domain/line'
import { partsOfUri } from '@/server/events/line-values'
import { kindOf } from './endpoint-kind'
import type { Line } from './line-tables'
import type { ReduceContext } from './reduce-context'
import type { PbxTables } from './tables'

/** What its list, device, contacts and channels add up to. `at`: when it may have changed, `null`: not known. */
export function endpointRecord(
  tables: PbxTables,
  key: string,
  line: Line,
  context: ReduceContext,
  before: Endpoint | undefined,
  at: number | null,
): Endpoint {
  const { technology, name } = line
  const configured = context.trunk?.(technology, name)
  const reached = line.peer ?? bestContact(tables, key, line)
  return {
    id: before?.id ?? endpointId(tables.pbx, technology, name),
    pbx: tables.pbx,
    technology,
    name,
    label: configured?.label ?? null,
    kind: kindOf(tables, line, context),
    state: tables.devices.get(tables.ids.device(`${technology}/${name}`))?.state ?? line.state ?? 'unknown',
    reach: reached.reach,
    reachSince: before === undefined ? null : before.reach === reached.reach ? before.reachSince : at,
    roundTripMs: reached.roundTripMs,
    address: reached.address,
    channels: tables.channelsByEndpoint.of(key).size,
    maxChannels: configured?.channels ?? line.details?.busyAt ?? null,
  }
}

/** Who answers comes before who is not asked, and that before who does not answer. */
const ORDER: readonly Reach[] = ['reachable', 'unmonitored', 'unknown', 'unreachable', 'unregistered']

/** Who has an AOR and no contact has not registered; who has no AOR only ever calls in, and is not asked. */
function bestContact(tables: PbxTables, key: string, line: Line): NonNullable<Line['peer']> {
  let best: Contact | undefined
  for (const id of tables.contactsByLine.of(key)) {
    const contact = tables.contacts.get(id)
    if (contact && (best === undefined || isBetter(contact, best))) best = contact
  }
  if (best) return { reach: best.reach, roundTripMs: best.roundTripMs, address: partsOfUri(best.uri).host || null }
  return { reach: line.aors.length === 0 ? 'unmonitored' : 'unregistered', roundTripMs: null, address: null }
}

function isBetter(one: Contact, other: Contact): boolean {
  if (one.reach !== other.reach) return ORDER.indexOf(one.reach) < ORDER.indexOf(other.reach)
  const [mine, theirs] = [one.roundTripMs, other.roundTripMs].map((ms) => ms ?? Number.MAX_SAFE_INTEGER)
  return mine === theirs ? one.uri < other.uri : (mine ?? 0) < (theirs ?? 0)
}
