'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { weekHourKey } from '@/lib/domain/week-hour'
import type { Report } from '@/lib/protocol/visits'
import type { Opened } from '../../history-view'
import { hourText, useWeekday, useWithinText } from '../../use-within-text'
import { useWidth } from '../plot/use-width'
import { type HeatCell, type HeatFigure, heatOf, hoursShown, WEEKDAYS } from './heat'
import { useHeatText } from './use-heat-text'

type HeatTableProps = { rows: Report['rows']; figure: HeatFigure; onOpen?: ((opened: Opened) => void) | undefined }

/** Narrower than this, days stand side by side, and hours below each other. */
const WIDE = 640

/** A real table whose cells are shaded; arrow keys go from cell to cell, and each opens what it is made of. */
export function HeatTable({ rows, figure, onOpen }: HeatTableProps) {
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
                  {...{ figure, onOpen }}
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
  onOpen: HeatTableProps['onOpen']
}

function Cell({ cell, figure, place, isCurrent, onFocus, onOpen }: CellProps) {
  const t = useTranslations('charts.week')
  const text = useHeatText(figure)
  const tellWithin = useWithinText()
  const focusable = { 'data-place': place, tabIndex: isCurrent ? 0 : -1, onFocus }
  const isUnseen = cell !== undefined && cell.unseenMs > 0
  const opens = cell && onOpen && isSomething(cell, figure) ? { cell, onOpen } : null
  return (
    <td
      {...(opens ? {} : focusable)}
      data-strength={cell?.strength}
      data-hue={figure === 'offered' ? 'calm' : 'bad'}
      data-unseen={isUnseen ? '' : undefined}
      title={isUnseen ? t('partly') : undefined}
    >
      {opens ? (
        <button
          type="button"
          {...focusable}
          aria-label={`${tellWithin({ weekHour: keyOf(opens.cell) })}, ${t(`figures.${figure}`)}: ${text(opens.cell.value)}`}
          onClick={() => opens.onOpen({ figure, of: { weekHour: keyOf(opens.cell) } })}
        >
          {text(opens.cell.value)}
        </button>
      ) : cell ? (
        text(cell.value)
      ) : (
        <span className="ui-hidden">{t('outside')}</span>
      )}
      {isUnseen && <span className="ui-hidden">, {t('partly')}</span>}
    </td>
  )
}

const keyOf = ({ weekday, hour }: HeatCell) => weekHourKey({ weekday, hour })

/** Behind nobody there is nothing to be seen; a level of 0 % has those who missed it. */
function isSomething({ value }: HeatCell, figure: HeatFigure): boolean {
  return value !== null && (value > 0 || figure === 'serviceLevel' || figure === 'averageWait')
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
