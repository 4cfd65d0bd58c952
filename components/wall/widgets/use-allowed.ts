'use client'

import { useMemo } from 'react'
import { usePersonal } from '@/components/live/use-personal'
import { WIDGETS, type WidgetName } from './names'

/** The widgets that whoever looks may see: as the page was made, until the socket tells otherwise. */
export function useAllowed(first: readonly WidgetName[]): readonly WidgetName[] {
  const viewer = usePersonal(({ viewer }) => viewer)
  return useMemo(
    () => (viewer === null ? first : WIDGETS.filter((name) => viewer.permissions[`${name}.see`] !== undefined)),
    [viewer, first],
  )
}
