'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n/locale'
import { UNANSWERED } from '@/lib/kpi/endings'
import { figureText } from '../figure-text'
import type { Cut, Listed, Opened } from '../history-view'
import { targetOf } from '../use-queues-asked'
import type { Column, Counted, Row } from './columns'

type RowProps = {
  by: Cut
  columns: readonly Column[]
  opened: Opened | null
  onOpen: (opened: Opened | Listed) => void
}

/** One row; each figure opens what it is made of, in this queue or this time. */
export function SumsRow({ row, name, by, ...cells }: RowProps & { row: Row; name: string }) {
  const t = useTranslations('history.report')
  const queue = useLiveRecords('queues').find((one) => by === 'queue' && one.name === row.key)
  const shown = queue?.label ?? name
  const of = placeOf(row, by)
  return (
    <tr aria-selected={isOf(cells.opened, of)}>
      <th scope="row">
        <bdi>{shown}</bdi>
        {row.unseenMs > 0 && by !== 'queue' && by !== 'agent' && (
          <span className="history-hatch">{t('partUnseen', { minutes: Math.ceil(row.unseenMs / 60_000) })}</span>
        )}
      </th>
      <Cells {...{ counted: row, of, name: shown, target: queue ? targetOf(queue) : null, ...cells }} />
    </tr>
  )
}

/** All rows together, the unanswered of nobody's among them. */
export function TotalRow({ all, by, ...cells }: RowProps & { all: Counted }) {
  const t = useTranslations('history.report')
  const name = t(by === 'agent' ? 'agentsAll' : 'all')
  return (
    <tfoot>
      <tr>
        <th scope="row">{name}</th>
        <Cells {...{ counted: all, of: null, name, target: null, ...cells }} />
      </tr>
    </tfoot>
  )
}

/** Where a row's figures are opened. */
function placeOf({ key, from, to }: Row, by: Cut): Opened['of'] {
  if (by === 'queue') return { queue: key }
  if (by === 'agent') return { agent: key }
  return from === null || to === null ? { weekHour: key } : { from, to }
}

function isOf(opened: Opened | null, of: Opened['of']): boolean {
  return opened?.of != null && JSON.stringify(opened.of) === JSON.stringify(of)
}

type CellsProps = Omit<RowProps, 'by'> & {
  counted: Counted
  of: Opened['of']
  name: string
  target: number | null
}

function Cells({ counted, of, name, target, columns, opened, onOpen }: CellsProps) {
  const t = useTranslations('history')
  const r = useTranslations('history.report')
  const locale = useLocale() as Locale
  // As its heading says it: a cell may count a part of the figure that it opens.
  const columnOf = ({ id, figure }: Column) => {
    const ending = UNANSWERED.find((one) => one === id && id !== figure)
    if (ending) return r(`endingColumn.${ending}`)
    if (figure === null) return r('turnedAway')
    return id === 'answeredInTime' ? r('inTime') : t(`figure.${figure}`)
  }
  return columns.map((column) => {
    const { id, figure, unit, value } = column
    const amount = value(counted)
    const told = figureText(unit, amount, locale)
    const isMissed = id === 'serviceLevel' && target !== null && amount !== null && amount < target
    const words = isMissed && r('belowTarget', { target: figureText('serviceLevel', target, locale) })
    const isNone = amount === null || (amount === 0 && (unit === 'lost' || unit === 'unknown' || figure === null))
    const shown = (
      <>
        {words && <Icon name="warning" />}
        {words && <span className="ui-hidden">{words}</span>} {isNone ? '–' : told}
      </>
    )
    const isOpen = figure !== null && id === figure && opened?.figure === figure && isOf(opened, of)
    return (
      <td key={id} className="r fig" data-none={isNone ? '' : undefined} data-missed={isMissed ? '' : undefined}>
        {isNone ? (
          shown
        ) : (
          <button
            type="button"
            data-level={id === 'serviceLevel' ? '' : undefined}
            aria-pressed={isOpen}
            aria-label={`${name}, ${columnOf(column)}: ${told}`}
            onClick={() => onOpen(figure === null ? { list: 'turnedAway', of } : { figure, of })}
          >
            {shown}
          </button>
        )}
      </td>
    )
  })
}
