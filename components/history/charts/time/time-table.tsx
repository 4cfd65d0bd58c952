'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Report } from '@/lib/protocol/visits'
import type { Opened } from '../../history-view'
import { figureIn } from '../../sums'
import { barsOf } from './bars'
import type { TimeStep } from './step'
import { TABLE_FIGURES, useBarFigures } from './use-bar-figures'
import { useBarTitle } from './use-bar-title'

/** A table of more rows is no help to anybody. */
const MOST = 400

type TimeTableProps = { report: Report; step: TimeStep; onOpen?: ((opened: Opened) => void) | undefined }

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
                <td key={figure} className="r fig">
                  {onOpen && figureIn(figure, bar) !== null ? (
                    <button
                      type="button"
                      aria-label={`${title(bar)}, ${tell(`figure.${figure}`)}: ${textOf(figure, bar)}`}
                      onClick={() => onOpen({ figure, of: { from: bar.from, to: bar.to } })}
                    >
                      {textOf(figure, bar)}
                    </button>
                  ) : (
                    textOf(figure, bar)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
