'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePrinted } from '@/components/desk/use-printed'
import { Icon } from '@/components/ui/icon'
import type { VisitSort, VisitView } from '@/lib/protocol/visits'
import { useRowHeight } from './use-row-height'
import { VisitRow } from './visit-row'

/** Rows kept above and below what is in sight. */
const OVERSCAN = 8
/** So many rows one goes by a page's key. */
const LEAP = 10
const COLUMNS = ['time', 'caller', 'queue', 'wait', 'ending', 'agent', 'talk'] as const
type Column = (typeof COLUMNS)[number]

type VisitsGridProps = {
  visits: readonly VisitView[]
  /** How many there are, loaded or not; `null`: more than these, or not known. */
  total: number | null
  order: { sort: VisitSort; down: boolean }
  withDay: boolean
  onSort: (sort: VisitSort) => void
  onOpen: (id: string) => void
  /** The last row came near. */
  onEnd: () => void
}

/**
 * Visits as a grid of which only the rows in sight are in the document. The grid keeps the focus and names the row where
 * the keyboard is: arrows, page keys, Home, End; Enter opens it.
 */
export function VisitsGrid({ visits, total, order, withDay, onSort, onOpen, onEnd }: VisitsGridProps) {
  const t = useTranslations('visits')
  const name = useId()
  const box = useRef<HTMLTableElement>(null)
  const head = useRef<HTMLTableSectionElement>(null)
  const isPrinted = usePrinted()
  const height = useRowHeight(box)
  // By its id: while newer ones come above it, the keyboard stays with its visit.
  const [atId, setAtId] = useState<string | null>(null)
  const found = visits.findIndex(({ id }) => id === atId)
  const at = found === -1 ? null : found
  const setAt = (index: number) => setAtId(visits[index]?.id ?? null)
  const rows = useVirtualizer({
    count: visits.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    // Under the head, which stays in its place, no row is in sight.
    scrollPaddingEnd: head.current?.offsetHeight ?? 0,
    getItemKey: (index) => visits[index]?.id ?? index,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height makes every measure old
  useEffect(() => rows.measure(), [height])
  const inSight = rows.getVirtualItems()
  const items = isPrinted ? visits.map((_, index) => ({ index, start: 0, size: 0 })) : inSight
  const last = inSight.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when the end comes near, not on each render
  useEffect(() => {
    if (last >= visits.length - 2 * OVERSCAN) onEnd()
  }, [last, visits.length])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const next = walked(event.key, at, visits.length)
    const chosen = at === null ? undefined : visits[at]
    if (next !== null) {
      setAt(next)
      rows.scrollToIndex(next)
    } else if (event.key === 'Enter' && chosen) onOpen(chosen.id)
    else return
    event.preventDefault()
  }

  const isShown = at !== null && items.some(({ index }) => index === at)
  return (
    <>
      <table
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: walked by arrow keys it is a grid (ARIA APG), which HTML has no element for
        role="grid"
        className="visits-grid"
        data-day={withDay ? '' : undefined}
        aria-label={t('title')}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-activedescendant={isShown ? `${name}-${at}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => {
          if (target === currentTarget && at === null && visits.length > 0) setAt(0)
        }}
      >
        <thead ref={head}>
          <tr className="visit-heads">
            {COLUMNS.map((column) => (
              <ColumnHead key={column} {...{ column, order, onSort }} />
            ))}
          </tr>
        </thead>
        <tbody className="visits-body" style={{ '--rows-height': `${rows.getTotalSize()}px` } as CSSProperties}>
          {items.map(({ index, start, size }) => {
            const visit = visits[index]
            if (!visit) return null
            const style = isPrinted ? {} : { transform: `translateY(${start}px)`, height: size }
            const open = () => {
              setAt(index)
              onOpen(visit.id)
            }
            return (
              <VisitRow
                key={visit.id}
                {...{ visit, index, style, withDay }}
                id={`${name}-${index}`}
                isAt={index === at}
                onOpen={open}
              />
            )
          })}
        </tbody>
      </table>
      {total === null ? (
        <p className="visits-rest">{t('printedSome', { shown: visits.length })}</p>
      ) : (
        total > visits.length && <p className="visits-rest">{t('printed', { shown: visits.length, total })}</p>
      )}
    </>
  )
}

/** Where a key leads; `null`: it is none that walks. */
function walked(key: string, at: number | null, count: number): number | null {
  const to = (index: number) => Math.max(0, Math.min(count - 1, index))
  switch (key) {
    case 'ArrowDown':
      return to(at === null ? 0 : at + 1)
    case 'ArrowUp':
      return to((at ?? 0) - 1)
    case 'PageDown':
      return to((at ?? 0) + LEAP)
    case 'PageUp':
      return to((at ?? 0) - LEAP)
    case 'Home':
      return 0
    case 'End':
      return to(count - 1)
    default:
      return null
  }
}

type ColumnHeadProps = { column: Column } & Pick<VisitsGridProps, 'order' | 'onSort'>

/** Pressed it sorts by its column; once more it turns round. A caller's number is no order. */
function ColumnHead({ column, order, onSort }: ColumnHeadProps) {
  const t = useTranslations('visits')
  const isFigure = column === 'wait' || column === 'talk'
  const className = isFigure ? 'r' : undefined
  if (column === 'caller')
    return (
      <th scope="col" className="visit-plain">
        {t('column.caller')}
      </th>
    )
  const isBy = order.sort === column
  return (
    <th scope="col" className={className} aria-sort={isBy ? (order.down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="visit-sort" onClick={() => onSort(column)}>
        <span>{t(`column.${column}`)}</span>
        {isBy && <Icon name={order.down ? 'arrowDown' : 'arrowUp'} />}
      </button>
    </th>
  )
}
