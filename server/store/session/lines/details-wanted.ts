import type { Line } from '../../reducers/line-tables'
import type { PbxTables } from '../../reducers/tables'

/** Names of endpoints: those of which nothing is known yet, and those whose round-trip times are told nowhere else. */
type Wanted = { unknown: string[]; others: string[] }

/**
 * Endpoints of which no list tells what is to be shown: with contacts that are fixed and not `registered` (`aor uri`), and,
 * once, those that look like trunks, whose limit is told nowhere else.
 */
export function detailsWanted(tables: PbxTables, registered: ReadonlySet<string>): Wanted {
  const wanted: Wanted = { unknown: [], others: [] }
  for (const [key, line] of tables.lines) {
    if (line.technology !== 'PJSIP') continue
    const fixed = fixedContacts(tables, key, registered)
    if (fixed.some(({ reach }) => reach === 'unknown') || mayHaveLimit(tables, key, line))
      wanted.unknown.push(line.name)
    else if (fixed.length > 0) wanted.others.push(line.name)
  }
  return wanted
}

function fixedContacts(tables: PbxTables, key: string, registered: ReadonlySet<string>) {
  const contacts = [...tables.contactsByLine.of(key)].flatMap((id) => tables.contacts.get(id) ?? [])
  return contacts.filter(({ aor, uri }) => !registered.has(`${aor} ${uri}`))
}

function mayHaveLimit(tables: PbxTables, key: string, line: Line): boolean {
  return line.details === null && !tables.housePhones.has(key)
}
