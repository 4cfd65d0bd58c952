'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Dock } from '@/components/dock/dock'
import { useViewer } from '@/components/session/viewer'
import { TrunkAnnouncer } from '@/components/wall/widgets/trunk-announcer'
import { Rail } from './rail'
import './desk.css'
import './paper.css'

/** The rail of pages at the side (below on a phone), the page, and the dock under it. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('desk')
  const hasPhone = useViewer().phones.length > 0
  return (
    <div className="desk desk-shell" data-dock={hasPhone ? '' : undefined}>
      <a className="desk-skip" href="#page">
        {t('skip')}
      </a>
      <Rail />
      <TrunkAnnouncer />
      <div className="desk-page">{children}</div>
      {hasPhone && (
        <aside className="desk-dock">
          <Dock />
        </aside>
      )}
    </div>
  )
}
