import type { ExtensionId } from '@/lib/domain/ids'
import type { Presence } from '@/lib/domain/presence'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

/** Asterisk compares the names of providers without case (main/presencestate.c). */
export function presencePut(tables: PbxTables, { presentity, presence }: EventOf<'presencePut'>): void {
  const key = presentity.toLowerCase()
  tables.presences.set(key, presence)
  for (const id of tables.extensionsByPresentity.of(key)) tables.extensions.patch(id, { presence })
}

/** What is told of the presentity behind the devices of a hint; `null`: nothing, or it names none. */
export function presenceOfHint(tables: PbxTables, id: ExtensionId, hint: string): Presence | null {
  const key = hint.split(',')[1]?.toLowerCase()
  if (!key) return null
  tables.extensionsByPresentity.add(key, id)
  return tables.presences.get(key) ?? null
}
