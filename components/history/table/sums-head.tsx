'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { UNANSWERED } from '@/lib/kpi/endings'
import type { Cut } from '../history-view'
import type { Column, Order } from './columns'

type SumsHeadProps = {
  columns: readonly Column[]
  by: Cut
  /** Of all queues alike; `null`: they differ. */
  thresholdMs: number | null
  order: Order
  onOrder: (order: Order) => void
}

/** Each heading puts the rows in its order; once more turns it round, and a third time gives back the first. */
export function SumsHead({ columns, by, thresholdMs, order, onOrder }: SumsHeadProps) {
  const t = useTranslations('history')
  const r = useTranslations('history.report')
  const first = columns.findIndex(({ isUnanswered }) => isUnanswered)
  const count = columns.filter(({ isUnanswered }) => isUnanswered).length
  const titleOf = ({ id, figure, unit }: Column) => {
    const ending = UNANSWERED.find((one) => one === id && unit === 'lost')
    if (ending) return r(`endingColumn.${ending}`)
    if (id === 'answeredInTime')
      return thresholdMs === null ? r('inTime') : r('inSeconds', { seconds: thresholdMs / 1000 })
    switch (figure) {
      case null:
        return r('turnedAway')
      case 'serviceLevel':
        return r('levelColumn')
      case 'averageWait':
        return r('waitColumn')
      case 'longestWait':
        return r('longestColumn')
      case 'averageTalk':
        return r('talkColumn')
      case 'unknown':
        return r('unknownColumn')
      default:
        return t(`figure.${figure}`)
    }
  }
  const heading = (id: string, title: string, className?: string) => {
    const isOrder = order?.by === id
    // Names go up first, figures down.
    const begins = id !== 'label'
    const next = !isOrder ? { by: id, isDown: begins } : order.isDown === begins ? { by: id, isDown: !begins } : null
    return (
      <th
        key={id}
        scope="col"
        className={className}
        aria-sort={isOrder ? (order.isDown ? 'descending' : 'ascending') : undefined}
      >
        <button type="button" onClick={() => onOrder(next)}>
          {isOrder && <Icon name={order.isDown ? 'arrowDown' : 'arrowUp'} />}
          {title}
        </button>
      </th>
    )
  }
  return (
    <thead>
      <tr className="history-groups">
        <td colSpan={1 + first} />
        <th scope="colgroup" colSpan={count}>
          {r('lostGroup')}
        </th>
        <td colSpan={columns.length - first - count} />
      </tr>
      <tr>
        {heading('label', r(`by.${by}`))}
        {columns.map((column) => heading(column.id, titleOf(column), 'r'))}
      </tr>
    </thead>
  )
}
