'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { type AgentSpan, clipped, SPAN_STATES } from '@/lib/domain/time-line'
import { formatDuration } from '@/lib/i18n/duration'
import { timeOf } from '@/lib/kpi/agent-time'
import './agents.css'

type TimeBandProps = {
  spans: readonly AgentSpan[]
  from: number
  to: number
  /** When nothing was seen. */
  gaps: readonly { from: number; to: number }[]
}

/** What somebody did, as a thin band from one moment to another; where it is empty they were not logged in. */
export function TimeBand({ spans, from, to, gaps }: TimeBandProps) {
  const t = useTranslations('agents')
  const times = useTimes()
  const place = (one: { from: number; to: number }) => {
    const [begin, end] = [Math.max(one.from, from), Math.min(one.to, to)]
    return { left: `${((begin - from) / (to - from)) * 100}%`, width: `${((end - begin) / (to - from)) * 100}%` }
  }
  const within = (one: { from: number; to: number }) => one.to > from && one.from < to
  const shown = clipped(spans, from, to)
  const { states } = timeOf(shown)
  const parts = SPAN_STATES.filter((state) => states[state] > 0)
    .map((state) => `${t(`state.${state}`)} ${formatDuration(states[state])}`)
    .join(', ')
  const [begins, ends] = [times.time(from), times.time(to)]
  return (
    <div className="time-band">
      <div role="img" aria-label={t('bandOf', { from: begins, to: ends, parts })}>
        {shown.map((span) => (
          <i
            key={span.from}
            className={`band-${span.state}`}
            style={place(span)}
            title={`${t(`state.${span.state}`)}${span.reason ? ` (${span.reason})` : ''} ${formatDuration(span.to - span.from)}`}
          />
        ))}
        {gaps.filter(within).map((gap) => (
          <i key={`gap ${gap.from}`} className="band-gap" style={place(gap)} title={t('unseen')} />
        ))}
      </div>
      <small aria-hidden="true">
        <span>{begins}</span>
        <span>{ends}</span>
      </small>
    </div>
  )
}
