'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import type { Report } from '@/lib/protocol/visits'
import type { Listed, Opened } from '../../history-view'
import { figureIn } from '../../sums'
import { type Bar, barsOf } from './bars'
import type { TimeStep } from './step'
import { TABLE_FIGURES, useBarFigures } from './use-bar-figures'
import { useBarTitle } from './use-bar-title'

/** A table of more rows is no help to anybody. */
const MOST = 400

type TimeTableProps = { report: Report; step: TimeStep; onOpen?: ((opened: Opened | Listed) => void) | undefined }

/** The same as figures, for those who do not see the chart or want to read it off; each opens what it is made of. */
export function TimeTable({ report, step, onOpen }: TimeTableProps) {
  const t = useTranslations('charts')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="charts-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('asTable')}</summary>
      {isOpen &&
        (report.rows.length > MOST ? (
          <p>{t('tooLong', { count: report.rows.length })}</p>
        ) : (
          <Rows {...{ report, step, onOpen }} />
        ))}
    </details>
  )
}

function Rows({ report, step, onOpen }: TimeTableProps) {
  const t = useTranslations('charts')
  const tell = useTranslations('history')
  const title = useBarTitle(report.timeZone, report, step)
  const { textOf } = useBarFigures()
  const locale = useLocale() as Locale
  const areTurnedAway = report.turnedAway > 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
    <section className="charts-scroll" aria-label={t('asTable')} tabIndex={0}>
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            {TABLE_FIGURES.map((figure) => (
              <th key={figure} scope="col" className="r">
                {tell(`figure.${figure}`)}
              </th>
            ))}
            {areTurnedAway && (
              <th scope="col" className="r">
                {t('turnedAway')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {barsOf(report.rows).map((bar) => (
            <tr key={bar.key}>
              <th scope="row">
                {title(bar)}
                {bar.unseenMs > 0 && <span className="history-dim"> {t('partly')}</span>}
              </th>
              {TABLE_FIGURES.map((figure) => (
                <Figure
                  key={figure}
                  name={`${title(bar)}, ${tell(`figure.${figure}`)}`}
                  text={textOf(figure, bar)}
                  onOpen={onOpen && figureIn(figure, bar) !== null ? () => onOpen({ figure, of: timesOf(bar) }) : null}
                />
              ))}
              {areTurnedAway && (
                <Figure
                  name={`${title(bar)}, ${t('turnedAway')}`}
                  text={formatCount(locale, bar.turnedAway)}
                  onOpen={onOpen && bar.turnedAway > 0 ? () => onOpen({ list: 'turnedAway', of: timesOf(bar) }) : null}
                />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function timesOf({ from, to }: Bar) {
  return { from, to }
}

type FigureProps = {
  name: string
  text: string
  /** `null`: there is nothing behind it. */
  onOpen: (() => void) | null
}

function Figure({ name, text, onOpen }: FigureProps) {
  return (
    <td className="r fig">
      {onOpen ? (
        <button type="button" aria-label={`${name}: ${text}`} onClick={onOpen}>
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  )
}
