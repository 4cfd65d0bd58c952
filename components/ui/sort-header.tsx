'use client'

import type { ReactNode } from 'react'
import { Icon } from './icon'
import './css/table.css'

export type Sort<C extends string> = { by: C; down: boolean }

type SortHeaderProps<C extends string> = {
  column: C
  sort: Sort<C>
  onSort: (sort: Sort<C>) => void
  /** Figures stand at the end of their column. */
  end?: boolean
  children: ReactNode
}

/** The head of a column by which a table can be sorted; pressed again it turns round. */
export function SortHeader<C extends string>({ column, sort, onSort, end = false, children }: SortHeaderProps<C>) {
  const on = sort.by === column
  return (
    <th className={end ? 'r' : ''} aria-sort={on ? (sort.down ? 'descending' : 'ascending') : undefined} scope="col">
      <button type="button" className="ui-sort" onClick={() => onSort({ by: column, down: on && !sort.down })}>
        {children}
        {on && <Icon name={sort.down ? 'arrowDown' : 'arrowUp'} />}
      </button>
    </th>
  )
}
