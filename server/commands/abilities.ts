import type { CommandType } from '@/lib/protocol/commands'
import type { Abilities } from '@/lib/protocol/viewer'
import type { Handlers } from './handler'
import type { PbxDoor } from './types'

/** What can be had at one PBX at all, whoever asks: by what our account may send there. */
export function abilitiesOf(door: PbxDoor, handlers: Handlers): Abilities {
  const commands: Abilities['commands'] = {}
  for (const [type, { needs }] of Object.entries(handlers)) {
    const missing = needs.find((action) => !door.offers(action))
    const why = missing === undefined ? null : { reason: 'unsupported' as const, detail: missing }
    commands[type as CommandType] = why
  }
  return { pbx: door.pbx, asteriskVersion: door.asteriskVersion, commands }
}
