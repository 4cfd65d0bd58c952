import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { HouseSettings } from '@/lib/protocol/house-settings'
import type { EffectiveSettings } from '@/server/settings/types'

/** What pages need of the house's settings: no secret, and no queue that one may not see. */
export function houseSettingsFor(
  settings: EffectiveSettings,
  { queues }: Pick<AccountRights, 'queues'>,
): HouseSettings {
  const groups = Object.entries(settings.queueGroups).map(
    ([name, members]) => [name, members.filter((queue) => inScope(queues, queue))] as const,
  )
  return {
    pauseReasons: settings.pauseReasons.map((reason) => ({ ...reason })),
    freePauseReason: settings.freePauseReason,
    queueGroups: Object.fromEntries(groups.filter(([, members]) => members.length > 0)),
  }
}
