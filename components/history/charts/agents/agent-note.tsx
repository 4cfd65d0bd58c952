'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { TimeButton } from '@/components/agents/times/time-button'
import type { TimesOf } from '@/components/agents/times/times'
import { useLongTime } from '@/components/wall/use-long-time'
import type { AgentOfTimeline } from '@/lib/protocol/agents'
import { sumsOf } from './spans'
import { useStateText } from './use-state-text'

type AgentNoteProps = { agent: AgentOfTimeline; onOpen: (opened: TimesOf) => void }

/** How long one agent was in each state; each opens to its spans. */
export function AgentNote({ agent: { name, interface: agent, spans }, onOpen }: AgentNoteProps) {
  const t = useTranslations('charts.agents')
  const words = useStateText()
  const long = useLongTime()
  const sums = sumsOf(spans)
  return (
    <p className="charts-note">
      <b>
        <bdi>{name}</bdi>
      </b>{' '}
      {sums.length === 0 && t('nothing')}
      {sums.map(({ state, reason, ms }, index) => {
        const of = { time: state, agent, ...(state === 'paused' && { reason }) }
        const value = long(ms)
        return (
          <Fragment key={`${state} ${reason}`}>
            {index > 0 && ', '}
            <TimeButton {...{ of, name, value, onOpen }}>
              {t('part', { state: words.state({ state, reason }), time: value })}
            </TimeButton>
          </Fragment>
        )
      })}
    </p>
  )
}
