'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import type { Report } from '@/lib/protocol/visits'
import type { Asked } from './asked'
import { figureText } from './figure-text'
import { FigureCell } from './figures/figure-cell'
import { commonRule, figureIn, type Sums } from './sums'
import { unseenOf } from './unseen'
import { commonTarget, useQueuesAsked } from './use-queues-asked'

type FiguresPanelProps = {
  asked: Asked
  report: Report
  /** Of the span before; `null`: not compared. */
  before: Report | null
  /** Where the transferred visits stand. */
  transferred: string
  opened: Figure | null
  onOpen: (figure: Figure | null) => void
  onTurnedAway: () => void
}

const MORE = ['speedOfAnswer', 'longestWait', 'averageHandling', 'lossRate', 'abandonRate', 'short', 'other'] as const

/** The figures of the span: the most asked for large, all others in a line below; each opens what it is made of. */
export function FiguresPanel({ asked, report, before, transferred, opened, onOpen, onTurnedAway }: FiguresPanelProps) {
  const t = useTranslations('history')
  const r = useTranslations('history.report')
  const locale = useLocale() as Locale
  const sums = sumsOf(report)
  const target = commonTarget(useQueuesAsked(asked))
  const level = figureIn('serviceLevel', sums)
  const percent = (share: number) => figureText('serviceLevel', share, locale)
  const shareOf = (figure: 'answered' | 'lost') => {
    const [part, all] = [figureIn(figure, sums), figureIn('offered', sums)]
    return part === null || !all ? null : figureText('lossRate', part / all, locale)
  }
  const seconds = commonRule(report.rules, 'thresholdMs')
  const { talks, heldMs, longestWaitMs } = report.total
  const cell = (figure: Figure, label = t(`figure.${figure}`)) => ({
    ...{ figure, label, sums, before: before && sumsOf(before) },
    ...{ opened: opened === figure, onOpen: () => onOpen(opened === figure ? null : figure) },
  })
  return (
    <section className="ui-panel history-figures" aria-label={t('figures')}>
      <div className="history-heroes">
        <FigureCell {...cell('offered')} />
        <FigureCell {...cell('answered')} aside={shareOf('answered')} />
        <FigureCell {...cell('lost')} aside={shareOf('lost')} />
        <FigureCell
          {...cell('serviceLevel', seconds === null ? r('levelInTime') : r('levelIn', { seconds: seconds / 1000 }))}
          aside={target !== null && r('targetIs', { target: percent(target) })}
          missed={
            target !== null && level !== null && level < target ? r('belowTarget', { target: percent(target) }) : null
          }
        />
        <FigureCell {...cell('averageWait')} aside={r('longestIs', { time: formatDuration(longestWaitMs) })} />
        <FigureCell
          {...cell('averageTalk')}
          aside={talks > 0 && heldMs > 0 && r('holdIs', { time: formatDuration(heldMs / talks) })}
        />
      </div>
      <div className="history-lesser">
        {MORE.map((figure) => (
          <FigureCell key={figure} {...cell(figure)} />
        ))}
        {report.total.unknown > 0 && <FigureCell {...cell('unknown')} />}
        <Count
          label={r('transfers')}
          hint={r('aTransfersHint')}
          value={formatCount(locale, report.total.transfers)}
          href={report.total.transfers > 0 ? transferred : null}
        />
        <Count
          label={r('turnedAway')}
          hint={r('turnedAwayHint')}
          value={formatCount(locale, report.turnedAway)}
          onOpen={report.turnedAway > 0 ? onTurnedAway : null}
        />
      </div>
      <Unseen report={report} />
    </section>
  )
}

function sumsOf({ total, level }: Report): Sums {
  return { tally: total, level }
}

type CountProps = {
  label: string
  hint: string
  value: string
  href?: string | null
  onOpen?: (() => void) | null
}

/** A count that is no fraction of visits; those that it counts stand at `href`, or are opened. */
function Count({ label, hint, value, href = null, onOpen = null }: CountProps) {
  const told = (
    <>
      <span>{label}</span>
      <b className="fig">{value}</b>
    </>
  )
  if (href !== null)
    return (
      <a className="history-figure" title={hint} href={href}>
        {told}
      </a>
    )
  if (onOpen === null)
    return (
      <div className="history-figure" title={hint}>
        {told}
      </div>
    )
  return (
    <button type="button" className="history-figure" title={hint} onClick={onOpen}>
      {told}
    </button>
  )
}

/** A figure over what nobody saw is less than it was, and says so. */
function Unseen({ report }: { report: Report }) {
  const t = useTranslations('history')
  const times = useTimes()
  const { since, minutes } = unseenOf(report)
  if (since === null && minutes === 0) return null
  return (
    <p className="history-unseen">
      <Icon name="warning" /> {since !== null && t('notBefore', { moment: times.dayAndTime(since) })}
      {since !== null && minutes > 0 && '; '}
      {minutes > 0 && t('unseen', { minutes })}
    </p>
  )
}
