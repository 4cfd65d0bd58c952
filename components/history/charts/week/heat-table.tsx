'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import type { Locale } from '@/lib/i18n/locale'
import type { Report } from '@/lib/protocol/visits'
import { useWidth } from '../plot/use-width'
import { type HeatCell, type HeatFigure, heatOf, hoursShown, WEEKDAYS } from './heat'
import { useHeatText } from './use-heat-text'

type HeatTableProps = { rows: Report['rows']; figure: HeatFigure }

/** Narrower than this, days stand side by side, and hours below each other. */
const WIDE = 640

/** A real table whose cells are shaded; arrow keys go from cell to cell. */
export function HeatTable({ rows, figure }: HeatTableProps) {
  const t = useTranslations('charts.week')
  const box = useRef<HTMLDivElement>(null)
  const isWide = (useWidth(box) ?? WIDE) >= WIDE
  const cells = heatOf(rows, figure)
  const weekday = useWeekday()
  const hours = hoursShown(rows)
  const lines = isWide ? WEEKDAYS : hours
  const columns = isWide ? hours : WEEKDAYS
  const [place, setPlace] = useState({ line: 0, column: 0 })
  const nameOf = (one: number, isDay: boolean) => (isDay ? weekday(one) : hourText(one))
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const next = stepped(place, event.key, { line: lines.length - 1, column: columns.length - 1 })
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    setPlace(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.line} ${next.column}"]`)?.focus()
  }
  return (
    <div ref={box} className="charts-heat-box">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, which makes a table a grid (ARIA practices, "grid") */}
      <table className="charts-heat" role="grid" aria-label={t(`figures.${figure}`)} onKeyDown={press}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column, !isWide)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, lineIndex) => (
            <tr key={line}>
              <th scope="row">{nameOf(line, isWide)}</th>
              {columns.map((column, columnIndex) => (
                <Cell
                  key={column}
                  cell={cells.get(isWide ? `${line}|${column}` : `${column}|${line}`)}
                  figure={figure}
                  place={`${lineIndex} ${columnIndex}`}
                  isCurrent={place.line === lineIndex && place.column === columnIndex}
                  onFocus={() => setPlace({ line: lineIndex, column: columnIndex })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = {
  cell: HeatCell | undefined
  figure: HeatFigure
  place: string
  isCurrent: boolean
  onFocus: () => void
}

function Cell({ cell, figure, place, isCurrent, onFocus }: CellProps) {
  const t = useTranslations('charts.week')
  const text = useHeatText(figure)
  return (
    <td
      data-place={place}
      data-strength={cell?.strength}
      data-hue={figure === 'offered' ? 'calm' : 'bad'}
      data-unseen={cell && cell.unseenMs > 0 ? '' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      title={cell && cell.unseenMs > 0 ? t('partly') : undefined}
    >
      {cell ? text(cell.value) : <span className="ui-hidden">{t('outside')}</span>}
      {cell && cell.unseenMs > 0 && <span className="ui-hidden">, {t('partly')}</span>}
    </td>
  )
}

type Place = { line: number; column: number }

function stepped({ line, column }: Place, key: string, last: Place): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowLeft: { line, column: column - 1 },
    ArrowRight: { line, column: column + 1 },
    ArrowUp: { line: line - 1, column },
    ArrowDown: { line: line + 1, column },
    Home: { line, column: 0 },
    End: { line, column: last.column },
  }
  const next = steps[key]
  if (next === undefined) return null
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  return { line: within(next.line, last.line), column: within(next.column, last.column) }
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** 5 January 1970 was a Monday. */
const MONDAY = Date.UTC(1970, 0, 5)
const DAY = 86_400_000

function useWeekday(): (day: number) => string {
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  const format = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  return (day) => format.format(MONDAY + (day - 1) * DAY)
}
