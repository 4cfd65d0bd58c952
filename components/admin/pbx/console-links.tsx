'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/session/viewer'

/** What people look for here and the console does: it asks first, and writes it into the audit log. */
const ACTIONS = [
  { name: 'reload', action: 'Reload' },
  { name: 'rotate', action: 'LoggerRotate' },
  { name: 'channels', action: 'CoreShowChannels' },
] as const

export function ConsoleLinks() {
  const t = useTranslations('admin.pbx.console')
  const { permissions } = useViewer()
  if (permissions.console === undefined) return null
  return (
    <nav className="pbx-console" aria-label={t('title')} title={t('about')}>
      {ACTIONS.map(({ name, action }) => (
        <Link key={name} className="ui-button" data-size="sm" href={`/admin/console?action=${action}`} prefetch={false}>
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
