import { type Destination, destinationOf } from '../dial/number-rules'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

export type Place = Destination & { context: string }

/** Where a transfer leads, by the same rules by which people dial. */
export function placeOf(scene: Scene, to: string): Place {
  const { dial, routes } = scene.settings
  const context = routes.transferContext ?? dial.context
  if (context === null) throw new CommandFailure('notConfigured', 'routes.transferContext')
  return { ...destinationOf(to, dial), context }
}
