'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay, useViewer } from '@/components/session/viewer'
import type { PaletteItem } from './palette-item'
import { soughtVisits, visitsAddress } from './sought-visits'

/** The visits of a number that is typed, or of whoever is asked for by `visits of …`, to those who may see them. */
export function useVisitItems(query: string): PaletteItem[] {
  const t = useTranslations('desk.palette')
  const { numbers } = useViewer()
  const sees = useMay('history.see')
  return useMemo(() => {
    const sought = sees ? soughtVisits(query, numbers === 'all') : null
    if (sought === null) return []
    return [
      {
        ...{ key: 'visits', group: 'number', icon: 'history', text: t('visitsOf', { who: sought }), why: null },
        // The page reads its view from the address when it opens, so it is opened anew.
        run: () => location.assign(visitsAddress(sought, Date.now())),
      },
    ]
  }, [query, numbers, sees, t])
}
