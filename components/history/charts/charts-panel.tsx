'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Loading } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import { unreachable } from '@/lib/unreachable'
import type { Asked } from '../asked'
import type { Openable } from '../history-view'
import './charts.css'

const CHARTS = ['time', 'wait', 'talk', 'week', 'agents'] as const
type Chart = (typeof CHARTS)[number]

// What draws them is needed here alone, and comes once a chart is shown; Next reads the options, and takes them as they stand here alone.
const TimeChart = dynamic(() => import('./time/time-chart').then((file) => file.TimeChart), {
  ssr: false,
  loading: Loading,
})
const SpreadChart = dynamic(() => import('./spread/spread-chart').then((file) => file.SpreadChart), {
  ssr: false,
  loading: Loading,
})
const WeekChart = dynamic(() => import('./week/week-chart').then((file) => file.WeekChart), {
  ssr: false,
  loading: Loading,
})
const AgentsChart = dynamic(() => import('./agents/agents-chart').then((file) => file.AgentsChart), {
  ssr: false,
  loading: Loading,
})

type OneProps = { chart: Chart; asked: Asked; onOpen: (opened: Openable) => void }

/** What was asked for, drawn: over time, how long callers waited and talked, hour by hour of the week, agent by agent. */
export function ChartsPanel({ asked, onOpen }: Omit<OneProps, 'chart'>) {
  const t = useTranslations('charts')
  const [chart, show] = useState<Chart>('time')
  return (
    <section className="ui-panel charts" aria-label={t('title')}>
      <header>
        <Segmented
          label={t('title')}
          value={chart}
          onChange={show}
          options={CHARTS.map((value) => ({ value, label: t(`chart.${value}`) }))}
        />
      </header>
      <One {...{ chart, asked, onOpen }} />
    </section>
  )
}

function One({ chart, asked, onOpen }: OneProps) {
  switch (chart) {
    case 'time':
      return <TimeChart {...{ asked, onOpen }} />
    case 'wait':
    case 'talk':
      return <SpreadChart of={chart} {...{ asked, onOpen }} />
    case 'week':
      return <WeekChart {...{ asked, onOpen }} />
    case 'agents':
      return <AgentsChart {...{ asked, onOpen }} />
    default:
      return unreachable(chart)
  }
}
