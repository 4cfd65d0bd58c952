import { devicesOfHint } from '@/lib/domain/endpoint'
import type { Phone } from '@/lib/protocol/viewer'
import type { EffectiveSettings } from '@/server/settings/types'
import type { ReadTables } from '@/server/store/types'
import { destinationOf } from './dial/number-rules'
import { CommandFailure } from './types'

/** A place in the dialplan. */
export type Place = { context: string; exten: string }

/** `600@queues`, as the settings write it. Throws `notConfigured` with the name of the setting. */
export function placeOf(text: string | null | undefined, setting: string): Place {
  const [exten, context] = (text ?? '').split('@')
  if (!exten || !context) throw new CommandFailure('notConfigured', setting)
  return { exten, context }
}

/** Where a number leads that somebody is sent to; the dial rules decide whether it may be called. */
export function transferPlace(to: string, { dial, routes }: EffectiveSettings): Place & { shown: string } {
  const { exten, shown } = destinationOf(to, dial)
  const context = routes.transferContext ?? dial.context
  if (context === null) throw new CommandFailure('notConfigured', 'dial.context')
  return { exten, context, shown }
}

/** How one's phone is reached in the dialplan: by the extension given with it, else by the one whose hint it is. */
export function phonePlace(phone: Phone, tables: Pick<ReadTables, 'extensions'>, settings: EffectiveSettings): Place {
  const wanted = phone.interface.toLowerCase()
  const hint = [...tables.extensions.values()].find(
    (one) => one.pbx === phone.pbx && devicesOfHint(one.hint.toLowerCase()).includes(wanted),
  )
  const exten = phone.exten ?? hint?.exten
  const context = settings.routes.transferContext ?? settings.dial.context ?? hint?.context
  if (exten === undefined) throw new CommandFailure('notConfigured', 'exten')
  if (context === undefined) throw new CommandFailure('notConfigured', 'dial.context')
  return { exten, context }
}
