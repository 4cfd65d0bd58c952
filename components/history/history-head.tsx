'use client'

import { useTranslations } from 'use-intl'
import { PaperHead } from '@/components/desk/paper-head'
import { useTimes } from '@/components/session/use-times'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { offeredOf } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import { FiguresPanel } from './figures-panel'
import { GapLines } from './gap-lines'
import { historyForm, type Listed, type Opened } from './history-view'
import { ProgressNote } from './progress-note'
import { spanBefore } from './range/span'
import { useRangeText } from './range/use-range-text'
import { unseenOf } from './unseen'
import { useReport } from './use-history'
import type { HistoryState } from './use-history-view'
import type { Only } from './visits/visits-view'

/** The figures of the span, beside those of the one before where they are compared; for print also of what time and whom. */
export function HistoryHead({
  state,
  onOpen,
}: {
  state: HistoryState
  onOpen: (opened: Opened | Listed | null) => void
}) {
  const { view, asked, now, days, times } = state
  const before = spanBefore(times, now, days)
  const report = useReport(asked, 'queue')
  const other = useReport(view.compare ? { ...asked, span: before } : null, 'queue')
  return (
    <>
      <Told state={state} report={report.data} />
      <ProgressNote of={report}>
        {(data) =>
          isEmpty(data) ? (
            <NoVisits report={data} />
          ) : (
            <FiguresPanel
              {...{ asked, report: data, before: view.compare ? other.data : null }}
              transferred={`/history?${transferredOf(state)}`}
              opened={view.opened?.of === null ? view.opened.figure : null}
              onOpen={(figure) => onOpen(figure && { figure, of: null })}
              onTurnedAway={() => onOpen({ list: 'turnedAway', of: null })}
            />
          )
        }
      </ProgressNote>
      {view.compare && other.data && <BeforeUnseen report={other.data} />}
    </>
  )
}

/** The address of the transferred visits of what is shown. */
function transferredOf({ view, days }: HistoryState): URLSearchParams {
  const address = historyForm(days.zone).format({ ...view, opened: null, listed: null, part: null, tab: 'visits' })
  const transferred: Only = 'transferred'
  address.set('only', transferred)
  return address
}

/** What is compared with less than there was looks like more. */
function BeforeUnseen({ report }: { report: Report }) {
  const r = useTranslations('history.report')
  const times = useTimes()
  const { since, minutes } = unseenOf(report)
  if (since === null && minutes === 0) return null
  return (
    <p className="ui-panel history-unseen">
      <Icon name="warning" /> {since !== null && r('beforeNotRecorded', { moment: times.dayAndTime(since) })}{' '}
      {minutes > 0 && r('beforeUnseen', { minutes })}
    </p>
  )
}

function isEmpty({ total, turnedAway }: Report): boolean {
  return offeredOf(total) + total.talks + turnedAway === 0
}

const DAY_MS = 86_400_000

function isLong({ from, to }: Pick<Report, 'from' | 'to'>): boolean {
  return to - from > DAY_MS
}

/** Lines that nobody can fold away or scroll past. */
const MOST_ON_PAPER = 12

function NoVisits({ report }: { report: Report }) {
  const { from, to, now, gaps } = report
  const r = useTranslations('history.report')
  const t = useTranslations('history')
  const times = useTimes()
  const { since } = unseenOf(report)
  const span = { from: times.dayAndTime(from), to: times.dayAndTime(Math.min(to, now)) }
  if (since !== null && since >= Math.min(to, now)) {
    const title = t('notBefore', { moment: times.dayAndTime(since) })
    return (
      <div className="ui-panel">
        <Empty icon="history" title={title} hint={r('notRecordedHint')} />
      </div>
    )
  }
  return (
    <div className="ui-panel">
      <Empty
        icon="history"
        title={r('emptyTitle')}
        hint={from > now ? r('notYet') : r(gaps.length > 0 ? 'emptyOfSeen' : 'emptyHint', span)}
      />
      {gaps.length > 0 && (
        <div className="history-gap-note">
          {t('gaps')}
          <GapLines gaps={gaps} withDay={isLong({ from, to })} />
        </div>
      )}
    </div>
  )
}

/** What paper must say, as nobody sees the page's head on it. */
function Told({ state: { view, times, days }, report }: { state: HistoryState; report: Report | null }) {
  const t = useTranslations('history')
  const tell = useRangeText(days)
  return (
    <PaperHead title={tell(times)} at={report?.now ?? null}>
      <p>{view.queues.length > 0 ? view.queues.join(', ') : t('allQueues')}</p>
      {view.agent !== null && <p>{t('agent', { name: view.agent })}</p>}
      {report && report.gaps.length > 0 && (
        <div>
          {t('gaps')}
          <GapLines gaps={report.gaps} withDay={isLong(report)} most={MOST_ON_PAPER} />
        </div>
      )}
    </PaperHead>
  )
}
