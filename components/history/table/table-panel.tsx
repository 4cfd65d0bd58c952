'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { REPORT_CUTS } from '@/lib/protocol/visits'
import { type Asked, askedParams } from '../asked'
import type { Cut, Listed, Opened } from '../history-view'
import { ProgressNote } from '../progress-note'
import { useReport } from '../use-history'
import { SumsTable } from './sums-table'

type TablePanelProps = {
  asked: Asked
  by: Cut
  isOneDay: boolean
  onBy: (by: Cut) => void
  opened: Opened | null
  onOpen: (opened: Opened | Listed) => void
}

/** The table of sums, cut as one likes, on the screen or as a file. */
export function TablePanel({ asked, by, isOneDay, onBy, opened, onOpen }: TablePanelProps) {
  const r = useTranslations('history.report')
  const report = useReport(asked, by)
  return (
    <div className="ui-panel history-table">
      <header>
        <h2>{r('sums')}</h2>
        <Select
          label={r('cutBy')}
          value={by}
          onChange={onBy}
          options={REPORT_CUTS.map((value) => ({ value, label: r(`by.${value}`) }))}
        />
        <span className="ui-end" />
        <Download asked={asked} by={by} />
      </header>
      <ProgressNote of={report}>
        {(data) => <SumsTable key={by} {...{ report: data, by, isOneDay, opened, onOpen }} />}
      </ProgressNote>
    </div>
  )
}

function Download({ asked, by }: { asked: Asked; by: Cut }) {
  const r = useTranslations('history.report')
  const save = (format: 'csv' | 'json') => {
    const params = askedParams(asked)
    params.set('by', by)
    params.set('format', format)
    const link = document.createElement('a')
    link.href = `/api/v1/reports?${params}`
    link.download = ''
    link.click()
  }
  return (
    <Menu align="end" trigger={<Button icon="download">{r('download')}</Button>}>
      <MenuItem icon="download" onSelect={() => save('csv')}>
        {r('asCsv')}
      </MenuItem>
      <MenuItem icon="download" onSelect={() => save('json')}>
        {r('asJson')}
      </MenuItem>
    </Menu>
  )
}
