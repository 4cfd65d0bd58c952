'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Segmented } from '@/components/ui/segmented'
import { offeredOf } from '@/lib/kpi/tally'
import type { Asked } from '../../asked'
import type { Opened } from '../../history-view'
import { ProgressNote } from '../../progress-note'
import { useReport } from '../../use-history'
import { NoCalls } from '../no-calls'
import { GapsKey } from '../time/legend'
import { HEAT_FIGURES, type HeatFigure } from './heat'
import { HeatTable } from './heat-table'
import { Scale } from './scale'

/** A figure hour by hour of the week: the stronger the colour, the more one should look. */
export function WeekChart({ asked, onOpen }: { asked: Asked; onOpen?: (opened: Opened) => void }) {
  const t = useTranslations('charts')
  const [figure, choose] = useState<HeatFigure>('offered')
  const report = useReport(asked, 'weekdayHour')
  const { data, error, isStopped, isPlaceholderData } = report
  if (error || isStopped || !data) return <ProgressNote of={report}>{() => null}</ProgressNote>
  return (
    <section className="charts-one" aria-label={t('week.title')} aria-busy={isPlaceholderData}>
      <header>
        <h3>{t('week.title')}</h3>
        <ul className="charts-legend">
          <GapsKey gaps={data.gaps} span={data} />
          <Scale rows={data.rows} figure={figure} />
        </ul>
        <Segmented
          label={t('week.figure')}
          value={figure}
          onChange={choose}
          options={HEAT_FIGURES.map((value) => ({ value, label: t(`week.figures.${value}`) }))}
        />
      </header>
      {offeredOf(data.total) === 0 ? (
        <NoCalls report={data} />
      ) : (
        <>
          <HeatTable rows={data.rows} {...{ figure, onOpen }} />
          <p className="charts-note">{t('week.sums')}</p>
        </>
      )}
    </section>
  )
}
