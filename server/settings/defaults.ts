import type { EffectiveSettings } from './types'
import { dialRules, routes } from './values'

/** What holds where neither the file nor an administrator says anything: nothing can be dialled. */
export const DEFAULT_SETTINGS: EffectiveSettings = {
  pauseReasons: [],
  freePauseReason: true,
  dial: dialRules.parse({}),
  routes: routes.parse({}),
  crmLink: null,
  thresholds: {},
  queueGroups: {},
}

/** The demo's PBX is known, so everything can be tried there at once. */
export function demoSettings(queues: readonly string[]): EffectiveSettings {
  const queueExtens = Object.fromEntries(queues.map((queue) => [queue, `${queue}@internal`]))
  return {
    ...DEFAULT_SETTINGS,
    pauseReasons: [
      { name: 'break', limitSeconds: 900 },
      { name: 'lunch', limitSeconds: 1800 },
      { name: 'training', limitSeconds: 3600 },
      { name: 'meeting', limitSeconds: null },
    ],
    dial: { ...DEFAULT_SETTINGS.dial, context: 'internal', country: 'DE', format: 'national' },
    routes: { ...DEFAULT_SETTINGS.routes, queueExtens, conference: '9{id}@conferences' },
  }
}
