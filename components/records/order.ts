import type { ReactNode } from 'react'

/** One column of a table of records: what it is ordered by, and how it is shown where that is something else. */
export type RecordColumn<R> = {
  id: string
  label: string
  /** Figures stand to the right, and their order begins with the most. */
  isFigure?: boolean
  value: (record: R) => string | number | null
  cell?: (record: R) => ReactNode
}

export type RecordOrder = { by: string; down: boolean }

/** A heading pressed: by it, and once more the other way round; times begin with the latest. */
export function orderedBy<R>(order: RecordOrder, { id, isFigure = false }: RecordColumn<R>): RecordOrder {
  return { by: id, down: order.by === id ? !order.down : isFigure || id === 'time' }
}

/** What has no value comes last either way; what is alike keeps its place. */
export function inOrder<R>(
  records: readonly R[],
  columns: readonly RecordColumn<R>[],
  { by, down }: RecordOrder,
  locale: string,
): readonly R[] {
  const column = columns.find(({ id }) => id === by)
  if (column === undefined) return records
  const words = new Intl.Collator(locale, { numeric: true })
  const turn = down ? -1 : 1
  return records.toSorted((one, other) => {
    const [a, b] = [column.value(one), column.value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'number' && typeof b === 'number') return turn * (a - b)
    return turn * words.compare(String(a), String(b))
  })
}
