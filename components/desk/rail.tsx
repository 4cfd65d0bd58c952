'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { TrunkSign } from '@/components/house/trunk-sign'
import { LostSign } from '@/components/lost/lost-sign'
import { useViewer } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { Mark } from './mark'
import { placesOf } from './places'

export function Rail() {
  const t = useTranslations('desk')
  const path = usePathname()
  const viewer = useViewer()
  return (
    <nav className="desk-rail" aria-label={t('main')}>
      <Mark />
      {placesOf(viewer).map(({ href, name, icon, whole, also = [href] }) => {
        const on = also.some((one) => path === one || path.startsWith(`${one}/`))
        const inside = (
          <>
            <Icon name={icon} />
            {t(name)}
            {name === 'house' && <TrunkSign />}
            {name === 'lost' && <LostSign />}
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
