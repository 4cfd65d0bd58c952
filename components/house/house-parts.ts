import type { IconName } from '@/components/ui/icon'
import { HOUSE_PARTS, type HousePart, permissionOf } from '@/lib/domain/house'
import { may } from '@/lib/domain/rights'
import type { Viewer } from '@/lib/protocol/viewer'

const ICONS: Readonly<Record<HousePart, IconName>> = {
  phones: 'phone',
  parking: 'park',
  conferences: 'conference',
  mailboxes: 'mailbox',
  trunks: 'trunk',
}

/** The parts of the house that this person may see, in their order. */
export function housePartsOf(viewer: Pick<Viewer, 'permissions'>) {
  return HOUSE_PARTS.filter((name) => may(viewer, permissionOf(name))).map((name) => ({
    ...{ name, href: `/${name}`, icon: ICONS[name] },
  }))
}
