import type { IconName } from '@/components/ui/icon'
import type { Permission } from '@/lib/domain/rights'
import type { Viewer } from '@/lib/protocol/viewer'

/** Parts of administration in their order. */
const PARTS = [
  { name: 'people', href: '/admin', icon: 'users' },
  { name: 'sessions', href: '/admin/sessions', icon: 'globe' },
  { name: 'tokens', href: '/admin/tokens', icon: 'key' },
  { name: 'groups', href: '/admin/groups', icon: 'queue' },
  { name: 'reasons', href: '/admin/reasons', icon: 'pause' },
  { name: 'dial', href: '/admin/dial', icon: 'phone' },
  { name: 'thresholds', href: '/admin/thresholds', icon: 'limit' },
  { name: 'routes', href: '/admin/routes', icon: 'transfer' },
  { name: 'pbx', href: '/admin/pbx', icon: 'activity' },
  { name: 'console', href: '/admin/console', icon: 'console' },
  { name: 'audit', href: '/admin/audit', icon: 'book' },
] as const satisfies readonly { name: string; href: string; icon: IconName }[]
export type PartName = (typeof PARTS)[number]['name']

/** Parts that have a permission of their own; all others are for administrators. */
const OWN: Partial<Record<PartName, Permission>> = { console: 'console', audit: 'audit.read' }

/** Those that this person may open. */
export function partsOf({ permissions }: Pick<Viewer, 'permissions'>) {
  return PARTS.filter(({ name }) => permissions[OWN[name] ?? 'admin'] !== undefined)
}
