'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { placesOf } from '@/components/desk/places'
import { housePartsOf } from '@/components/house/house-parts'
import { useViewer } from '@/components/session/viewer'
import type { PaletteItem } from './palette-item'

/** The pages that one may open. */
export function usePageItems(): PaletteItem[] {
  const t = useTranslations('desk')
  const viewer = useViewer()
  const router = useRouter()
  const parts = useTranslations('house.part')
  return useMemo(() => {
    const places = placesOf(viewer).map(
      ({ href, name, icon, whole }): PaletteItem => ({
        key: `page ${href}`,
        group: 'pages',
        icon,
        text: t(name),
        why: null,
        run: () => (whole ? location.assign(href) : router.push(href)),
      }),
    )
    // The first part of the house is a place of its own.
    const others = housePartsOf(viewer).slice(1)
    const house = others.map(
      ({ href, name, icon }): PaletteItem => ({
        ...{ key: `page ${href}`, group: 'pages', icon, text: parts(name), why: null },
        run: () => router.push(href),
      }),
    )
    const replay: PaletteItem = {
      ...{ key: 'page /replay', group: 'pages', icon: 'again', text: t('replay'), why: null },
      run: () => location.assign('/replay'),
    }
    return [...places, ...house, ...('replay.see' in viewer.permissions ? [replay] : [])]
  }, [viewer, router, t, parts])
}
