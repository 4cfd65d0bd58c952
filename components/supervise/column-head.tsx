'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { useDeskView } from './desk-context'
import { type Panel, type SortColumn, sortBy } from './model/desk-view'

type ColumnHeadProps<P extends Panel> = {
  panel: P
  column: SortColumn<P>
  className?: string
  title?: string
  children: ReactNode
}

/** The head of a column by which its panel can be sorted; pressed again it turns round. */
export function ColumnHead<P extends Panel>({ panel, column, className = '', title, children }: ColumnHeadProps<P>) {
  const { view, setView } = useDeskView()
  const { column: by, down } = view.sorts[panel]
  const on = by === column
  return (
    <th
      scope="col"
      className={className}
      title={title}
      aria-sort={on ? (down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="desk-sort" onClick={() => setView(sortBy(view, panel, column))}>
        <span>{children}</span>
        {on && <Icon name={down ? 'arrowDown' : 'arrowUp'} />}
      </button>
    </th>
  )
}

/** The head of a column without an order. */
export function PlainHead({ className, title, children }: { className?: string; title?: string; children: ReactNode }) {
  return (
    <th scope="col" className={className} title={title}>
      {children}
    </th>
  )
}

/** How a panel without column heads is sorted, and the way to change it: next order by each press. */
export function SortNote<P extends 'callers' | 'calls'>({
  panel,
  columns,
}: {
  panel: P
  columns: readonly SortColumn<P>[]
}) {
  const t = useTranslations('supervise')
  const { view, setView } = useDeskView()
  const { column, down } = view.sorts[panel]
  const usual = column === columns[0] && down
  const next = columns[(columns.indexOf(column as SortColumn<P>) + 1) % columns.length] as SortColumn<P>
  const label = useColumnLabel(panel)
  return (
    <button type="button" className="desk-sort ui-end" onClick={() => setView(sortBy(view, panel, next))}>
      {usual ? t(panel === 'callers' ? 'order.callers' : 'order.calls') : label(column)}
      <Icon name={down ? 'arrowDown' : 'arrowUp'} />
    </button>
  )
}

function useColumnLabel(panel: 'callers' | 'calls') {
  const t = useTranslations('supervise.column')
  return (column: string): string => {
    switch (column) {
      case 'wait':
        return t('wait')
      case 'priority':
        return t('priority')
      case 'queue':
        return t('queue')
      case 'time':
        return t('time')
      case 'second':
        return t('with')
      default:
        return panel === 'callers' ? t('caller') : t('agent')
    }
  }
}
