'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { useDesk, useDeskView } from '../desk-context'
import type { Density, Panel } from '../model/desk-view'

/** Row heights in px by density; the style sheet has the same. */
const ROW_PX: Readonly<Record<Density, number>> = { normal: 32, compact: 26, touch: 44 }
/** Rows kept above and below what is in sight. */
const OVERSCAN = 6

type VirtualRowsProps = {
  panel: Panel
  keys: readonly string[]
  children: (index: number, style: CSSProperties) => ReactNode
}

/** Only the rows in sight are in the document, however many there are. Scrolls to the row where the keyboard is. */
export function VirtualRows({ panel, keys, children }: VirtualRowsProps) {
  const { stores } = useDesk()
  const { view } = useDeskView()
  const height = ROW_PX[view.density]
  const box = useRef<HTMLTableSectionElement>(null)
  const rows = useVirtualizer({
    count: keys.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    getItemKey: (index) => keys[index] ?? index,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height makes every measure old
  useEffect(() => rows.measure(), [height])
  useEffect(() => {
    let last = stores.get().place
    return stores.subscribe(() => {
      const { place } = stores.get()
      if (place === last) return
      last = place
      if (place?.panel !== panel) return
      const index = keys.indexOf(place.key)
      if (index !== -1) rows.scrollToIndex(index)
    })
  }, [stores, panel, keys, rows])
  return (
    <tbody
      className="desk-body"
      ref={box}
      data-scroll={panel}
      style={{ '--rows-height': `${rows.getTotalSize()}px` } as CSSProperties}
    >
      {rows
        .getVirtualItems()
        .map((item) => children(item.index, { transform: `translateY(${item.start}px)`, height: item.size }))}
    </tbody>
  )
}
