import { endpointId } from '@/lib/domain/ids'
import { endpointRecord } from './endpoint-record'
import { putPhoneChannels } from './phone-channels'
import type { ReduceContext } from './reduce-context'
import type { PbxTables } from './tables'

/**
 * Tells anew what was touched since the last flush: lines, and the channels of their calls. Not with every event, because a
 * call has dozens of them and a flush shows the last one only.
 */
export function settleHouse(tables: PbxTables, context: ReduceContext): void {
  for (const [key, at] of tables.touchedTalks) {
    const call = tables.openCalls.get(key)
    if (call) putPhoneChannels(tables, call, at ?? null)
  }
  tables.touchedTalks.clear()
  for (const [key, at] of tables.touchedLines) {
    const line = tables.lines.get(key)
    if (!line) continue
    const id = endpointId(tables.pbx, line.technology, line.name)
    tables.endpoints.set(id, endpointRecord(tables, key, line, context, tables.endpoints.get(id), at ?? null))
  }
  tables.touchedLines.clear()
}
