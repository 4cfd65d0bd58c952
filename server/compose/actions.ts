import { systemClock } from '@/server/clock'
import { createCallHandlers } from '@/server/commands/calls/handlers'
import { createCommands } from '@/server/commands/commands'
import { createDialHandlers } from '@/server/commands/dial/handlers'
import { DialLimits } from '@/server/commands/dial/limits'
import { queueHandlers } from '@/server/commands/handlers'
import { createHouseHandlers } from '@/server/commands/house-handlers'
import { createReversions } from '@/server/commands/reversions'
import type { Log } from '@/server/log'
import type { People } from './people'
import type { LivePicture } from './picture'

/** Everything that people do to the PBX, and what reverts by itself. */
export function openActions(
  { store, doors }: LivePicture,
  { database, audit, settings }: People,
  log: Log,
  timeZone: string | undefined,
) {
  const clock = systemClock
  const limits = new DialLimits(clock, () => settings.current.dial)
  const handlers = {
    ...queueHandlers,
    ...createCallHandlers(limits),
    ...createDialHandlers(limits),
    ...createHouseHandlers(limits),
  }
  const reversions = createReversions({ database, store, audit, clock, log })
  const zone = timeZone !== undefined && { timeZone }
  const commands = createCommands({ handlers, doors, store, settings, audit, reversions, clock, log, ...zone })
  return {
    commands,
    start: () => reversions.start(commands),
    async close() {
      reversions.close()
      await commands.close()
    },
  }
}

export type Actions = ReturnType<typeof openActions>
