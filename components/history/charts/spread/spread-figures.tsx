'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Downloads } from '@/components/records/downloads'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { DistributionSeries } from '@/lib/protocol/distributions'

/** The figures of each kind of call, which the server has of every single one. */
export function SpreadFigures({ series, params }: { series: readonly DistributionSeries[]; params: URLSearchParams }) {
  const t = useTranslations('charts')
  const locale = useLocale() as Locale
  const time = (ms: number | null) => (ms === null ? '–' : formatDuration(ms))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
    <section className="charts-scroll" aria-label={t('spread.series')} tabIndex={0}>
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('spread.series')}</th>
            {(['count', 'median', 'p90', 'mean', 'longest'] as const).map((column) => (
              <th key={column} scope="col" className="r">
                {t(`spread.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ kind, count, medianMs, p90Ms, meanMs, longestMs }) => (
            <tr key={kind}>
              <td>{t(kind === 'talk' ? 'spread.talks' : `spread.${kind}`)}</td>
              <td className="r fig">{formatCount(locale, count)}</td>
              {Object.entries({ medianMs, p90Ms, meanMs, longestMs }).map(([column, ms]) => (
                <td key={column} className="r fig">
                  {time(ms)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="charts-note">
        {t('spread.exact')}
        <span className="charts-files">
          <Downloads path="/api/v1/distributions" params={params} />
        </span>
      </p>
    </section>
  )
}
