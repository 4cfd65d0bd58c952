'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { placesOf } from '@/components/desk/places'
import { useViewer } from '@/components/session/viewer'
import type { PaletteItem } from './palette-item'

/** The pages that one may open. */
export function usePageItems(): PaletteItem[] {
  const t = useTranslations('desk')
  const viewer = useViewer()
  const router = useRouter()
  return useMemo(
    () =>
      placesOf(viewer).map(
        ({ href, name, icon, whole }): PaletteItem => ({
          key: `page ${href}`,
          group: 'pages',
          icon,
          text: t(name),
          why: null,
          run: () => (whole ? location.assign(href) : router.push(href)),
        }),
      ),
    [viewer, router, t],
  )
}
