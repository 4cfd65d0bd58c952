'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePrinted } from '@/components/desk/use-printed'
import { Button } from '@/components/ui/button'
import type { Report } from '@/lib/protocol/visits'
import type { Cut, Listed, Opened } from '../history-view'
import { commonRule } from '../sums'
import { columnsFor, type Order, ordered } from './columns'
import { SumsHead } from './sums-head'
import { SumsRow, TotalRow } from './sums-row'
import { useRowName } from './use-row-name'
import './sums.css'

type SumsTableProps = {
  report: Report
  by: Cut
  isOneDay: boolean
  opened: Opened | null
  onOpen: (opened: Opened | Listed) => void
}

/** So many rows are drawn at first, and more with each press. */
const AT_ONCE = 100

/** The rows of a report with all their sums, in any order, and all of them in the last. */
export function SumsTable({ report, by, isOneDay, opened, onOpen }: SumsTableProps) {
  const t = useTranslations('history.report')
  const [order, setOrder] = useState<Order>(null)
  const [most, setMost] = useState(AT_ONCE)
  const inPrint = usePrinted()
  const nameOf = useRowName(by, isOneDay)
  const all = { tally: report.total, level: report.level, endings: report.endings, turnedAway: report.turnedAway }
  const columns = columnsFor(all)
  const rows = ordered(report.rows, order, columns, nameOf)
  const shown = inPrint ? rows : rows.slice(0, most)
  const thresholdMs = commonRule(report.rules, 'thresholdMs')
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off */}
      <section className="history-scroll" aria-label={t('sums')} tabIndex={0}>
        <table className="ui-table history-sums">
          <SumsHead {...{ columns, by, thresholdMs, order, onOrder: setOrder }} />
          <tbody>
            {shown.map((row) => (
              <SumsRow key={row.key} {...{ row, by, columns, opened, onOpen }} name={nameOf(row)} />
            ))}
          </tbody>
          <TotalRow {...{ all, by, columns, opened, onOpen }} />
        </table>
      </section>
      {shown.length < rows.length && (
        <p className="history-rows">
          {t('rowsOf', { shown: shown.length, all: rows.length })}
          <Button look="ghost" onClick={() => setMost(most + AT_ONCE)}>
            {t('rowsMore', { count: Math.min(AT_ONCE, rows.length - shown.length) })}
          </Button>
        </p>
      )}
    </>
  )
}
