import type { Endpoint } from '@/lib/domain/line'
import { type Line, lineKey } from './line-tables'
import type { ReduceContext } from './reduce-context'
import type { PbxTables } from './tables'

/** A name like this is somebody's extension, whether or not a hint watches it. */
const EXTENSION = /^\d{2,6}$/

/**
 * Is it a phone or a trunk? AMI does not tell, so, in this order:
 * 1. a trunk of the configuration (`trunks:`) is one;
 * 2. what a hint or a queue member names is a phone;
 * 3. what is registered elsewhere is a trunk;
 * 4. what is called like an extension (two to six digits) is a phone;
 * 5. what signs in here and nowhere else is a phone, except with IAX, which is spoken between exchanges;
 * 6. the rest is a trunk.
 */
export function kindOf(tables: PbxTables, line: Line, context: ReduceContext): Endpoint['kind'] {
  const { technology, name } = line
  if (context.trunk?.(technology, name)) return 'trunk'
  if (tables.housePhones.has(lineKey(technology, name))) return 'phone'
  if (isRegisteredElsewhere(tables, line)) return 'trunk'
  return EXTENSION.test(name) || (line.registers && technology !== 'IAX2') ? 'phone' : 'trunk'
}

function isRegisteredElsewhere(tables: PbxTables, { technology, name }: Line): boolean {
  for (const registration of tables.registrations.values()) {
    if (registration.technology === technology && registration.endpoint === name) return true
  }
  return false
}
