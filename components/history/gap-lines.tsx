'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import type { Stretch } from '@/lib/domain/gap'
import { BEGINNING, united, unseenParts } from '@/lib/domain/gap'
import { formatDuration } from '@/lib/i18n/duration'
import type { GapView } from '@/lib/protocol/visits'

type GapLinesProps = {
  gaps: readonly GapView[]
  /** Where they may lie on different days. */
  withDay?: boolean
  /** Of more, as on paper, only so many are told one by one: those with calls, and the longest. */
  most?: number
}

/** Gaps one by one: when, what of each Asterisk's log filled, and what is known of it from Asterisk's own counters alone. */
export function GapLines({ gaps, withDay = false, most = gaps.length }: GapLinesProps) {
  const t = useTranslations('history')
  const told = new Set([...gaps].sort(heaviestFirst).slice(0, most))
  const rest = gaps.filter((gap) => !told.has(gap))
  return (
    <ul className="history-gaps">
      {gaps
        .filter((gap) => told.has(gap))
        .map((gap) => (
          <li key={`${gap.pbx} ${gap.from}`}>
            <Gap gap={gap} withDay={withDay} />
          </li>
        ))}
      {rest.length > 0 && <li>{t('gapsMore', { count: rest.length, time: formatDuration(unseenMs(rest)) })}</li>}
    </ul>
  )
}

function heaviestFirst(a: GapView, b: GapView): number {
  return Number(b.calls.length > 0) - Number(a.calls.length > 0) || unseenMs([b]) - unseenMs([a])
}

function unseenMs(gaps: readonly GapView[]): number {
  return united(gaps.flatMap(unseenParts)).reduce((sum, { from, to }) => sum + to - from, 0)
}

function Gap({ gap, withDay }: { gap: GapView; withDay: boolean }) {
  const t = useTranslations('history')
  const times = useTimes()
  const span = ({ from, to }: Stretch) =>
    times.day(from) === times.day(to)
      ? `${withDay ? `${times.day(from)}, ` : ''}${times.timeWithSeconds(from)}–${times.timeWithSeconds(to)}`
      : `${times.dayAndTime(from)} – ${times.dayAndTime(to)}`
  const isFilled = unseenParts(gap).length === 0
  const isPartlyFilled = !isFilled && gap.filled.length > 0
  return (
    <>
      <span className="history-gap">
        {gap.from === BEGINNING ? t('notBefore', { moment: times.dayAndTime(gap.to) }) : span(gap)}
      </span>
      {isFilled && ` ${t('gapFilled')}`}
      {isPartlyFilled && ` ${t('gapPartlyFilled', { parts: gap.filled.map(span).join(', ') })}`}
      {gap.calls.map((calls) => (
        <Calls key={calls.queue} calls={calls} />
      ))}
    </>
  )
}

function Calls({ calls }: { calls: GapView['calls'][number] }) {
  const t = useTranslations('history')
  const { queueLabel, completed, abandoned, unclear, countersRestarted } = calls
  const count = completed + abandoned
  const said = [
    ...(countersRestarted ? [t('gapRestarted')] : []),
    ...(count > 0 ? [t('gapCalls', { count, completed, abandoned, restarted: String(countersRestarted) })] : []),
    ...(count > 0 && unclear > 0 ? [t('gapUnclear', { count: unclear })] : []),
  ]
  return (
    <span className="history-gap-calls">
      {queueLabel}: {said.join('; ')}
    </span>
  )
}
