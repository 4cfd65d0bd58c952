'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { isSignedOut, onSignedOut } from '@/components/api/signed-out'
import { Icon } from '@/components/ui/icon'

/** Says that the session is over and leads back here after a new sign-in. What was typed stays to be copied. */
export function SessionEnded() {
  const t = useTranslations('desk')
  const path = usePathname()
  const search = useSearchParams().toString()
  const over = useSyncExternalStore(onSignedOut, isSignedOut, () => false)
  if (!over) return null
  const next = search === '' ? path : `${path}?${search}`
  return (
    <div className="desk-ended" role="alert">
      <Icon name="warning" />
      <span>{t('ended')}</span>
      <a className="ui-button" data-look="primary" href={`/sign-in?next=${encodeURIComponent(next)}`}>
        {t('signInAgain')}
      </a>
    </div>
  )
}
