'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Rail } from './rail'
import './desk.css'

/** The rail of pages at the side (below on a phone), the page, and the dock under it. */
export function Shell({ dock, children }: { dock?: ReactNode; children: ReactNode }) {
  const t = useTranslations('desk')
  return (
    <div className="desk desk-shell" data-dock={dock ? '' : undefined}>
      <a className="desk-skip" href="#page">
        {t('skip')}
      </a>
      <Rail />
      <div className="desk-page">{children}</div>
      {dock && <aside className="desk-dock">{dock}</aside>}
    </div>
  )
}
