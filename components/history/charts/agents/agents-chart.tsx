'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TimeButton } from '@/components/agents/times/time-button'
import type { TimesOf } from '@/components/agents/times/times'
import { IconButton } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { SPAN_STATES } from '@/lib/domain/time-line'
import { formatDuration } from '@/lib/i18n/duration'
import { timeOf } from '@/lib/kpi/agent-time'
import type { AgentTimeline } from '@/lib/protocol/agents'
import { type Asked, askedParams } from '../../asked'
import { useColours } from '../plot/use-colours'
import { moved, type View, zoomed } from '../plot/zoom'
import { GapsKey } from '../time/legend'
import { useTimeline } from '../use-timeline'
import { Lanes, LEAST_VIEW } from './lanes'
import { Swatch } from './swatch'

type AgentsChartProps = { asked: Asked; onOpen: (opened: TimesOf) => void }

/** What each agent did, one lane each. */
export function AgentsChart({ asked, onOpen }: AgentsChartProps) {
  const t = useTranslations('charts.agents')
  const { data, error, refetch, isPlaceholderData } = useTimeline(asked)
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="charts-one" aria-label={t('title')} aria-busy={isPlaceholderData}>
      {data.agents.length === 0 ? (
        <Empty icon="users" title={t('none')} hint={t('noneHint')} />
      ) : (
        <Zoomed key={askedParams(asked).toString()} line={data} onOpen={onOpen} />
      )}
    </section>
  )
}

/** Half as much, or twice; half of what is in sight to a side. */
const [CLOSER, FARTHER, ASIDE] = [0.5, 2, 0.5]

type ShownProps = { line: AgentTimeline; onOpen: AgentsChartProps['onOpen'] }

function Zoomed({ line, onOpen }: ShownProps) {
  const t = useTranslations('charts')
  const [zoom, setZoom] = useState<View | null>(null)
  const whole = { from: line.from, to: line.to }
  const view = zoom ?? whole
  const middle = (view.from + view.to) / 2
  const aside = (by: number) => setZoom(moved(whole, view, by * (view.to - view.from)))
  return (
    <>
      <header>
        <h3>
          {t('agents.title')} <span className="ui-count">{t('agents.rows', { count: line.agents.length })}</span>
        </h3>
        <Legend {...{ line, onOpen }} />
        <span className="charts-zoom">
          <IconButton size="sm" icon="chevronLeft" label={t('agents.earlier')} onClick={() => aside(-ASIDE)} />
          <IconButton
            size="sm"
            icon="minus"
            label={t('agents.farther')}
            onClick={() => setZoom(zoomed(whole, view, FARTHER, middle, LEAST_VIEW))}
          />
          <IconButton
            size="sm"
            icon="plus"
            label={t('agents.closer')}
            onClick={() => setZoom(zoomed(whole, view, CLOSER, middle, LEAST_VIEW))}
          />
          <IconButton size="sm" icon="chevronRight" label={t('agents.later')} onClick={() => aside(ASIDE)} />
        </span>
      </header>
      <Lanes {...{ line, view, onOpen }} onView={setZoom} />
    </>
  )
}

/** Those that are seen; each opens to that time of all agents. */
function Legend({ line, onOpen }: ShownProps) {
  const t = useTranslations('charts.agents')
  const colours = useColours()
  const { states } = timeOf(line.agents.flatMap(({ spans }) => spans))
  return (
    <ul className="charts-legend">
      {SPAN_STATES.filter((state) => states[state] > 0).map((state) => (
        <li key={state}>
          <Swatch state={state} colours={colours} />
          <TimeButton
            of={{ time: state, agent: null }}
            name={null}
            value={formatDuration(states[state])}
            onOpen={onOpen}
          >
            {t(`state.${state}`)}
          </TimeButton>
        </li>
      ))}
      <GapsKey gaps={line.gaps} span={line} />
    </ul>
  )
}
