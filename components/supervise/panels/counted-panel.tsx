'use client'

import type { ComponentType, CSSProperties } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { SortNote } from '../column-head'
import { GridTable } from '../grid-table'
import type { SortColumn } from '../model/desk-view'
import { NothingHere } from './nothing-here'
import { VirtualRows } from './virtual-rows'

/** One row of it. `top` and `height`: where among all rows it stands. */
export type LineProps = {
  id: string
  index: number
  top: CSSProperties['transform']
  height: CSSProperties['height']
}

type CountedPanelProps<P extends 'callers' | 'calls'> = {
  panel: P
  ids: readonly string[]
  /** Orders to choose from, the usual one first. */
  columns: readonly SortColumn<P>[]
  Line: ComponentType<LineProps>
}

/** A panel without column heads that says how many there are. */
export function CountedPanel<P extends 'callers' | 'calls'>({ panel, ids, columns, Line }: CountedPanelProps<P>) {
  const t = useTranslations('supervise')
  const locale = useLocale()
  const label = panel === 'callers' ? t('panels.callers') : t('panels.calls')
  return (
    <section className={`ui-panel desk-panel desk-${panel}`} aria-label={label} data-panel={panel}>
      <header>
        <h2>
          {label} <span className="ui-count">{formatCount(locale, ids.length)}</span>
        </h2>
        <SortNote panel={panel} columns={columns} />
      </header>
      {ids.length === 0 ? (
        <NothingHere panel={panel} />
      ) : (
        <GridTable label={label} rowCount={ids.length}>
          <VirtualRows panel={panel} keys={ids}>
            {(index, { transform, height }) => (
              <Line key={ids[index]} id={ids[index] ?? ''} index={index} top={transform} height={height} />
            )}
          </VirtualRows>
        </GridTable>
      )}
    </section>
  )
}
