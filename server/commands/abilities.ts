import type { CommandType } from '@/lib/protocol/commands'
import type { Abilities } from '@/lib/protocol/viewer'
import type { EffectiveSettings } from '@/server/settings/types'
import type { Handler, Handlers, Obstacle } from './handler'
import type { PbxDoor } from './types'

/** What can be had at one PBX at all, whoever asks: by what our account may send there, its version and the settings. */
export function abilitiesOf(door: PbxDoor, handlers: Handlers, settings: EffectiveSettings): Abilities {
  const commands: Abilities['commands'] = {}
  for (const [type, handler] of Object.entries(handlers))
    commands[type as CommandType] = obstacleTo(handler, door, settings)
  return { pbx: door.pbx, asteriskVersion: door.asteriskVersion, commands }
}

type AnyHandler = Pick<Handler<CommandType>, 'needs' | 'obstacle'>

function obstacleTo({ needs, obstacle }: AnyHandler, door: PbxDoor, settings: EffectiveSettings): Obstacle | null {
  const missing = needs.find((action) => !door.offers(action))
  if (missing !== undefined) return { reason: 'unsupported', detail: missing }
  return obstacle?.(door, settings) ?? null
}
