import { housePartsOf } from '@/components/house/house-parts'
import type { IconName } from '@/components/ui/icon'
import { HOUSE_PARTS } from '@/lib/domain/house'
import { supervises } from '@/lib/domain/rights'
import type { Viewer } from '@/lib/protocol/viewer'

/** `whole`: loaded anew, for it is no part of the desk. `also`: other addresses that belong to it. */
type Place = {
  also?: readonly string[]
  href: string
  name: 'live' | 'myDesk' | 'house' | 'lost' | 'history' | 'wall' | 'settings' | 'account'
  icon: IconName
  whole?: true
}

/** Where this person may go. */
export function placesOf(viewer: Pick<Viewer, 'role' | 'permissions'>): Place[] {
  const { role, permissions } = viewer
  const places: Place[] = []
  if (supervises(viewer)) places.push({ href: '/supervise', name: 'live', icon: 'activity' })
  if (role !== 'display') places.push({ href: '/me', name: 'myDesk', icon: 'headset' })
  const [house] = housePartsOf({ permissions })
  if (house)
    places.push({ href: house.href, name: 'house', icon: 'phone', also: HOUSE_PARTS.map((part) => `/${part}`) })
  if (permissions['lost.handle'] !== undefined) places.push({ href: '/lost', name: 'lost', icon: 'phoneMissed' })
  if (permissions['history.see'] !== undefined) places.push({ href: '/history', name: 'history', icon: 'dashboard' })
  places.push({ href: '/wall', name: 'wall', icon: 'wall', whole: true })
  if (permissions.admin !== undefined) places.push({ href: '/admin', name: 'settings', icon: 'settings' })
  else if (permissions.console !== undefined)
    places.push({ href: '/admin/console', name: 'settings', icon: 'settings' })
  else if (permissions['audit.read'] !== undefined)
    places.push({ href: '/admin/audit', name: 'settings', icon: 'settings' })
  places.push({ href: '/account', name: 'account', icon: 'user' })
  return places
}
