'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { SPAN_STATES } from '@/lib/domain/time-line'
import type { AgentTimeline } from '@/lib/protocol/agents'
import { type Asked, askedParams } from '../../asked'
import { useColours } from '../plot/use-colours'
import { moved, type View, zoomed } from '../plot/zoom'
import { GapsKey } from '../time/legend'
import { useTimeline } from '../use-timeline'
import { Lanes, LEAST_VIEW } from './lanes'
import { Swatch } from './swatch'

/** What each agent did, one lane each. */
export function AgentsChart({ asked }: { asked: Asked }) {
  const t = useTranslations('charts.agents')
  const { data, error, refetch, isPlaceholderData } = useTimeline(asked)
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="charts-one" aria-label={t('title')} aria-busy={isPlaceholderData}>
      {data.agents.length === 0 ? (
        <Empty icon="users" title={t('none')} hint={t('noneHint')} />
      ) : (
        <Zoomed key={askedParams(asked).toString()} line={data} />
      )}
    </section>
  )
}

/** Half as much, or twice; half of what is in sight to a side. */
const [CLOSER, FARTHER, ASIDE] = [0.5, 2, 0.5]

function Zoomed({ line }: { line: AgentTimeline }) {
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
        <Legend line={line} />
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
      <Lanes line={line} view={view} onView={setZoom} />
    </>
  )
}

/** Those that are seen. */
function Legend({ line }: { line: AgentTimeline }) {
  const t = useTranslations('charts.agents')
  const colours = useColours()
  const seen = new Set(line.agents.flatMap(({ spans }) => spans.map(({ state }) => state)))
  return (
    <ul className="charts-legend">
      {SPAN_STATES.filter((state) => seen.has(state)).map((state) => (
        <li key={state}>
          <Swatch state={state} colours={colours} />
          {t(`state.${state}`)}
        </li>
      ))}
      <GapsKey gaps={line.gaps} span={line} />
    </ul>
  )
}
