import type { Line } from '../../reducers/line-tables'
import type { PbxTables } from '../../reducers/tables'

/**
 * Names of endpoints of which no list tells what is to be shown: with contacts that are fixed and not `registered` (`aor uri`),
 * and, once, those that look like trunks, whose limit is told nowhere else.
 */
export function detailsWanted(tables: PbxTables, registered: ReadonlySet<string>): string[] {
  const wanted: string[] = []
  for (const [key, line] of tables.lines) {
    if (line.technology !== 'PJSIP') continue
    if (hasFixedContact(tables, key, registered) || mayHaveLimit(tables, key, line)) wanted.push(line.name)
  }
  return wanted.sort()
}

function hasFixedContact(tables: PbxTables, key: string, registered: ReadonlySet<string>): boolean {
  for (const id of tables.contactsByLine.of(key)) {
    const contact = tables.contacts.get(id)
    if (contact && !registered.has(`${contact.aor} ${contact.uri}`)) return true
  }
  return false
}

function mayHaveLimit(tables: PbxTables, key: string, line: Line): boolean {
  return line.details === null && !tables.housePhones.has(key)
}
