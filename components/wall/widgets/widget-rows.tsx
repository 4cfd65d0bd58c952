'use client'

import type { CSSProperties, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { drawnOf, REST_REM, useRoom } from './use-room'

type WidgetRowsProps<R> = {
  items: readonly R[]
  /** How high a row is, in rem of the wall. */
  rem: number
  row: (item: R) => ReactNode
}

/** As many rows as there is room for, and how many there are besides. */
export function WidgetRows<R>({ items, rem, row }: WidgetRowsProps<R>) {
  const t = useTranslations('widgets')
  const room = useRoom<HTMLUListElement>()
  const { drawn, counts } = drawnOf(items.length, rem, room.rem)
  return (
    <ul
      className="widget-rows"
      ref={room.ref}
      style={{ '--row': `${rem}rem`, '--rest': `${REST_REM}rem` } as CSSProperties}
    >
      {items.slice(0, drawn).map(row)}
      {counts && <li className="lab widget-rest">{t('more', { count: items.length - drawn })}</li>}
    </ul>
  )
}
