import type { QueueSpec, ScenePreset } from '../options'
import type { Pbx } from '../pbx/pbx'

export function startScene(_pbx: Pbx, _preset: ScenePreset, _specs: readonly QueueSpec[]): void {
  throw new Error('scenes follow')
}
