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
