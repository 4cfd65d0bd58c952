import type { QueueSettings } from '@/lib/domain/queue'
import type { EffectiveSettings } from './types'

type Parts = {
  /** What the configuration file says of a queue, or the demo. */
  base(queue: string): QueueSettings
  /** Does the file give this queue limits of its own? Then they are fixed. */
  isFixed(queue: string): boolean
  thresholds(): EffectiveSettings['thresholds']
}

/** A queue's settings with the limits that administrators have set, asked anew each time. */
export function withThresholds({ base, isFixed, thresholds }: Parts): (queue: string) => QueueSettings {
  return (queue) => {
    const settings = base(queue)
    const all = thresholds()
    const set = Object.hasOwn(all, queue) ? all[queue] : undefined
    return set === undefined || isFixed(queue) ? settings : { ...settings, limits: { ...settings.limits, ...set } }
  }
}
