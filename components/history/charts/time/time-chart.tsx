'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Segmented } from '@/components/ui/segmented'
import { offeredOf } from '@/lib/kpi/tally'
import { type Asked, askedParams } from '../../asked'
import type { Listed, Opened } from '../../history-view'
import { ProgressNote } from '../../progress-note'
import { useReport } from '../../use-history'
import { NoCalls } from '../no-calls'
import { Legend } from './legend'
import { bestStep, isTooFine, TIME_STEPS, type TimeStep } from './step'
import { targetsOf } from './targets'
import { TimeBars } from './time-bars'
import { TimeTable } from './time-table'

/** Offered, answered and lost over time, and the service level beside its target. */
export function TimeChart({ asked, onOpen }: { asked: Asked; onOpen?: (opened: Opened | Listed) => void }) {
  const t = useTranslations('charts')
  const lengthMs = lengthOf(asked)
  const [chosen, choose] = useState<{ lengthMs: number; step: TimeStep } | null>(null)
  const step = chosen?.lengthMs === lengthMs ? chosen.step : bestStep(lengthMs)
  const report = useReport(asked, step)
  const { data, error, isStopped, isPlaceholderData } = report
  const queues = useLiveRecords('queues')
  if (error || isStopped || !data) return <ProgressNote of={report}>{() => null}</ProgressNote>
  const told = data.rules.map(({ queue }) => queue)
  const targets = targetsOf(queues, told)
  return (
    <section className="charts-one" aria-label={t(`per.${step}`)} aria-busy={isPlaceholderData}>
      <header>
        <h3>{t(`per.${step}`)}</h3>
        <Legend report={data} targets={targets} />
        <Segmented
          label={t('step')}
          value={step}
          onChange={(next) => choose({ lengthMs, step: next })}
          options={TIME_STEPS.map((value) => ({
            value,
            label: t(`steps.${value}`),
            disabled: isTooFine(value, lengthMs),
          }))}
        />
      </header>
      {offeredOf(data.total) === 0 ? (
        <NoCalls report={data} />
      ) : (
        <>
          <TimeBars key={`${askedParams(asked)} ${step}`} report={data} {...{ step, targets, onOpen }} />
          <TimeTable report={data} {...{ step, onOpen }} />
        </>
      )}
    </section>
  )
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long a span is; that of today all of the day, for its bars shall not change as it goes on. */
function lengthOf({ span }: Asked): number {
  if (!('window' in span)) return span.to - span.from
  return { today: DAY, last15: 15 * MINUTE, last30: 30 * MINUTE, last60: 60 * MINUTE }[span.window]
}
