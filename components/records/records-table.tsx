'use client'

import { Icon } from '@/components/ui/icon'
import { orderedBy, type RecordColumn, type RecordOrder } from './order'
import '@/components/ui/css/cards.css'
import './records.css'

type RecordsTableProps<R> = {
  label: string
  columns: readonly RecordColumn<R>[]
  /** In their order. */
  records: readonly R[]
  keyOf: (record: R) => string
  order: RecordOrder
  onOrder: (order: RecordOrder) => void
}

/** Records behind a figure, one line each; a heading puts them in its order. */
export function RecordsTable<R>({ label, columns, records, keyOf, order, onOrder }: RecordsTableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
    <section className="records ui-cards" aria-label={label} tabIndex={0}>
      <table className="ui-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isFigure ? 'r' : undefined}
                aria-sort={order.by === column.id ? (order.down ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" onClick={() => onOrder(orderedBy(order, column))}>
                  {column.label}
                  {order.by === column.id && <Icon name={order.down ? 'arrowDown' : 'arrowUp'} />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={keyOf(record)}>
              {columns.map((column) => (
                <td key={column.id} data-label={column.label} className={column.isFigure ? 'r fig' : undefined}>
                  {column.cell ? column.cell(record) : column.value(record)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
