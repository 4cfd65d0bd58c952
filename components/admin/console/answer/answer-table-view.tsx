'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { ConsoleAnswer } from '@/lib/protocol/admin/console'
import { unreachable } from '@/lib/unreachable'
import { ScrollBox } from '../../scroll-box'
import { saveFile } from '../save-file'
import { type AnswerTable, csvOf, type ItemGroup, tableOf } from './answer-table'

/** More rows make no page better; files have all. */
const MOST_ROWS = 500

/** Items of each kind as a table of their own, or what else there is. */
export function AnswerTableView({ answer }: { answer: ConsoleAnswer }) {
  const t = useTranslations('console')
  const table = useMemo(() => tableOf(answer), [answer])
  const save = () => saveFile(`${answer.action}.csv`, csvOf(table), 'text/csv')
  return (
    <>
      <TableBody table={table} />
      <div className="console-tools">
        <span className="ui-end" />
        <Button size="sm" icon="download" onClick={save}>
          {t('answer.save', { format: 'CSV' })}
        </Button>
      </div>
    </>
  )
}

function TableBody({ table }: { table: AnswerTable }) {
  const t = useTranslations('console')
  switch (table.kind) {
    case 'output':
      return <pre className="console-pre">{table.text}</pre>
    case 'headers':
      return <HeaderTable rows={table.rows} />
    case 'items':
      if (table.groups.length === 0) return <p className="admin-dim">{t('answer.noItems')}</p>
      return table.groups.map((group) => <ItemTable key={group.name} group={group} />)
    default:
      return unreachable(table)
  }
}

function HeaderTable({ rows }: { rows: readonly (readonly [name: string, value: string])[] }) {
  const t = useTranslations('console')
  return (
    <ScrollBox label={t('answer.table')}>
      <table className="ui-table console-table">
        <tbody>
          {rows.map(([name, value], line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may stand twice
            <tr key={line}>
              <th scope="row">{name}</th>
              <td>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function ItemTable({ group: { name, columns, rows } }: { group: ItemGroup }) {
  const t = useTranslations('console')
  return (
    <section className="console-items" aria-label={name}>
      <h3 className="console-name">
        {name} <span className="ui-count">{rows.length}</span>
      </h3>
      <ScrollBox label={name}>
        <table className="ui-table console-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer does not change
              <tr key={line}>
                {cells.map((cell, column) => (
                  <td key={columns[column]} title={cell}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > MOST_ROWS && (
        <p className="admin-dim">{t('answer.shownOf', { shown: MOST_ROWS, count: rows.length })}</p>
      )}
    </section>
  )
}
