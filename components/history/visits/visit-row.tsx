'use client'

import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { formatDuration } from '@/lib/i18n/duration'
import type { VisitView } from '@/lib/protocol/visits'
import { CallerWords } from './caller-words'
import { EndingWords } from './ending-words'

type VisitRowProps = {
  visit: VisitView
  id: string
  index: number
  style: CSSProperties
  /** Where the keyboard is. */
  isAt: boolean
  /** The day is told beside the time. */
  withDay: boolean
  onOpen: () => void
}

/** One visit; a click on anything but its number opens its story. */
export function VisitRow({ visit, id, index, style, isAt, withDay, onOpen }: VisitRowProps) {
  const t = useTranslations('visits')
  const times = useTimes()
  const { enteredAt, leftAt, waitMs, talkMs } = visit
  const until = leftAt ?? enteredAt
  return (
    <tr
      className="visit-row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isAt}
      style={style}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest('a, button'))) onOpen()
      }}
    >
      <td className="visit-time" title={t('came', { time: times.timeWithSeconds(enteredAt) })}>
        {withDay ? times.dayAndTime(until) : times.timeWithSeconds(until)}
      </td>
      <td className="visit-caller ui-cut">
        <CallerWords name={visit.name} number={visit.number} />
      </td>
      <td className="visit-queue ui-cut">
        <bdi>{visit.queueLabel}</bdi>
      </td>
      <td className="visit-wait fig">{waitMs === null ? '–' : formatDuration(waitMs)}</td>
      <td className="visit-how">
        <EndingWords visit={visit} />
      </td>
      <td className="visit-agent ui-cut">
        <bdi>{visit.agentName ?? visit.agent}</bdi>
      </td>
      <td className="visit-talk fig">{talkMs === null ? '' : formatDuration(talkMs)}</td>
    </tr>
  )
}
