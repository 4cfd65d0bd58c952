'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/session/viewer'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Viewer } from '@/lib/protocol/viewer'
import { Mark } from './mark'

type Place = { href: string; name: 'live' | 'myDesk' | 'wall' | 'settings' | 'account'; icon: IconName; whole?: true }

/** Where this person may go. */
export function placesOf({ role, permissions }: Pick<Viewer, 'role' | 'permissions'>): Place[] {
  const places: Place[] = []
  const supervises = role === 'admin' || role === 'supervisor'
  if (supervises) places.push({ href: '/supervise', name: 'live', icon: 'activity' })
  if (role !== 'display') places.push({ href: '/me', name: 'myDesk', icon: 'headset' })
  places.push({ href: '/wall', name: 'wall', icon: 'wall', whole: true })
  if (permissions.admin !== undefined) places.push({ href: '/admin', name: 'settings', icon: 'settings' })
  else if (permissions['audit.read'] !== undefined)
    places.push({ href: '/admin/audit', name: 'settings', icon: 'settings' })
  places.push({ href: '/account', name: 'account', icon: 'user' })
  return places
}

export function Rail() {
  const t = useTranslations('desk')
  const path = usePathname()
  const viewer = useViewer()
  return (
    <nav className="desk-rail" aria-label={t('main')}>
      <Mark />
      {placesOf(viewer).map(({ href, name, icon, whole }) => {
        const on = path === href || path.startsWith(`${href}/`)
        const inside = (
          <>
            <Icon name={icon} />
            {t(name)}
          </>
        )
        // The wall sets the size of all type on its page, so it is loaded anew.
        return whole ? (
          <a key={href} href={href}>
            {inside}
          </a>
        ) : (
          <Link key={href} href={href} prefetch={false} aria-current={on ? 'page' : undefined}>
            {inside}
          </Link>
        )
      })}
    </nav>
  )
}
