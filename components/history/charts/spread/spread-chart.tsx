'use client'

import { useTranslations } from 'use-intl'
import { Empty, Loading } from '@/components/ui/empty'
import { formatDuration } from '@/lib/i18n/duration'
import type { Distribution, DistributionOf } from '@/lib/protocol/distributions'
import { type Asked, askedParams } from '../../asked'
import type { Opened } from '../../history-view'
import { ProgressNote } from '../../progress-note'
import { GapsKey } from '../time/legend'
import { useDistribution } from '../use-distribution'
import { SpreadBars } from './spread-bars'
import { SpreadFigures } from './spread-figures'

type SpreadChartProps = { asked: Asked; of: DistributionOf; onOpen?: (opened: Opened) => void }

/** How long callers waited, the answered upward and all others downward, or how long talks took. */
export function SpreadChart({ asked, of, onOpen }: SpreadChartProps) {
  const spread = useDistribution(asked, of)
  if (spread.data === null && spread.done === 0) return <Loading />
  return (
    <ProgressNote of={spread}>
      {(data) => <Spread {...{ data, asked, onOpen }} isBefore={spread.isPlaceholderData} />}
    </ProgressNote>
  )
}

type SpreadProps = {
  data: Distribution
  asked: Asked
  /** Of what was asked before. */
  isBefore: boolean
  onOpen: SpreadChartProps['onOpen'] | undefined
}

function Spread({ data, asked, isBefore, onOpen }: SpreadProps) {
  const t = useTranslations('charts')
  const { of } = data
  const params = askedParams(asked)
  params.set('of', of)
  const thresholds =
    of === 'wait' ? [...new Set(data.rules.map(({ rules }) => rules.thresholdMs))].sort((a, b) => a - b) : []
  const isEmpty = data.series.every(({ count }) => count === 0)
  return (
    <section className="charts-one" aria-label={t(`spread.${of}`)} aria-busy={isBefore}>
      <header>
        <h3>{t(`spread.${of}`)}</h3>
        <ul className="charts-legend">
          {data.series.map(({ kind, count }) =>
            kind === 'other' && count === 0 ? null : (
              <li key={kind} data-mark={kind === 'talk' ? 'answered' : kind}>
                {t(kind === 'talk' ? 'spread.talks' : `spread.${kind}`)}
              </li>
            ),
          )}
          {thresholds.length > 0 && (
            <li data-mark="target">{t('spread.thresholds', { times: thresholds.map(formatDuration).join(', ') })}</li>
          )}
          <GapsKey gaps={data.gaps} span={data} />
        </ul>
      </header>
      {isEmpty ? (
        <Empty
          icon="history"
          title={t('spread.none')}
          hint={t(of === 'wait' ? 'spread.noneWait' : 'spread.noneTalk')}
        />
      ) : (
        <>
          <SpreadBars spread={data} {...{ thresholds, onOpen }} />
          <SpreadFigures series={data.series} params={params} />
        </>
      )}
    </section>
  )
}
