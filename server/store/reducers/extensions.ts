import { endpointsOfHint } from '@/lib/domain/endpoint'
import { extensionId } from '@/lib/domain/ids'
import { addHousePhone } from './calls'
import { touchLine } from './line-tables'
import { presenceOfHint } from './presences'
import type { EventOf } from './reduce-context'
import type { PbxTables } from './tables'

export function extensionPut(tables: PbxTables, event: EventOf<'extensionPut'>): void {
  const { exten, context, status } = event
  const id = extensionId(tables.pbx, exten, context)
  const known = tables.extensions.get(id)
  const hint = event.hint ?? known?.hint ?? ''
  if (known?.hint === hint) {
    if (known.status !== status) tables.extensions.set(id, { ...known, status })
    return
  }
  for (const endpoint of endpointsOfHint(hint)) {
    addHousePhone(tables, endpoint)
    tables.numberOfPhone.set(endpoint, exten)
  }
  const presence = presenceOfHint(tables, id, hint)
  tables.extensions.set(id, { id, pbx: tables.pbx, exten, context, hint, status, presence })
}

export function devicePut(tables: PbxTables, { device, state }: EventOf<'devicePut'>): void {
  const id = tables.ids.device(device)
  tables.devices.set(id, { id, pbx: tables.pbx, device, state })
  if (tables.lines.size > 0) touchLine(tables, device.toLowerCase())
}
