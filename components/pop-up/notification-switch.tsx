'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

/** Asks the browser for notifications of calls, where it has not been decided yet. */
export function NotificationSwitch() {
  const t = useTranslations('me')
  const [permission, setPermission] = useState<NotificationPermission | null>(null)
  useEffect(() => setPermission('Notification' in window ? Notification.permission : null), [])
  if (permission !== 'default') return null
  return (
    <Button size="sm" icon="bell" onClick={() => void Notification.requestPermission().then(setPermission)}>
      {t('notify')}
    </Button>
  )
}
