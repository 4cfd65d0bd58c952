'use client'

import { Fragment, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type AgentFigure, agentFigure, agentFigureText } from '@/components/agents/figures'
import { MissedButton } from '@/components/agents/missed/missed-button'
import { OpenedMissed } from '@/components/agents/missed/opened-missed'
import { TimeBand } from '@/components/agents/time-band'
import { OpenedTimes } from '@/components/agents/times/opened-times'
import { TimeButton } from '@/components/agents/times/time-button'
import { TIME_OF_FIGURE, type TimesOf } from '@/components/agents/times/times'
import { useAgentSums, useAgentTimeline } from '@/components/agents/use-agents'
import { ExplainButton } from '@/components/explain/explain-button'
import { useFormat } from '@/components/session/use-format'
import { useViewer } from '@/components/session/viewer'
import { may } from '@/lib/domain/rights'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { AgentSums, AgentTimeline } from '@/lib/protocol/agents'
import type { AgentRow } from '../model/agent-row'
import { HOURS } from '../times'

const FIGURES: readonly AgentFigure[] = ['answered', 'missed', 'onCall', 'wrapUp', 'ready', 'paused', 'occupancy']
const ANEW_MS = 30_000

/** What the agent did today in the queues that one sees: a thin band, and how long. */
export function AgentDay({ row }: { row: AgentRow }) {
  const viewer = useViewer()
  return may(viewer, 'history.see') ? <Day row={row} /> : null
}

function Day({ row }: { row: AgentRow }) {
  const t = useTranslations('agents')
  const format = useFormat()
  const params = new URLSearchParams({ window: 'today', agent: row.agent.interface })
  const sums = useAgentSums({ params, everyMs: ANEW_MS })
  const line = useAgentTimeline({ params, everyMs: ANEW_MS })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other state asks again
  useEffect(() => {
    void sums.refetch({ cancelRefetch: false })
    void line.refetch({ cancelRefetch: false })
  }, [row.state])
  const [opened, open] = useState<TimesOf | 'missed' | null>(null)
  const [own] = sums.data?.items ?? []
  const from = line.data && begins(line.data)
  if (!own && !from) return null
  const times = opened === 'missed' ? null : opened
  const dialog = {
    ...{ name: row.agent.name, when: t('times.today'), onClose: () => open(null) },
    ...{ params: new URLSearchParams({ window: 'today' }), everyMs: ANEW_MS },
  }
  return (
    <section>
      <h3>
        {t('day')}
        {from && <span className="ui-end">{t('since', { time: format.dateTime(from, HOURS) })}</span>}
      </h3>
      {line.data && from && (
        <TimeBand spans={line.data.agents[0]?.spans ?? []} from={from} to={line.data.now} gaps={line.data.gaps} />
      )}
      {own && <Sums own={own} onOpen={open} />}
      <OpenedTimes
        {...{ ...dialog, of: times }}
        path="/api/v1/explain/agents"
        {...(times && { history: historyOf(times) })}
      />
      <OpenedMissed
        {...{ ...dialog, isOpen: opened === 'missed', agent: row.agent.interface }}
        history={`/history?${new URLSearchParams({ list: 'missed', of: `agent:${row.agent.interface}`, tab: 'agents' })}`}
      />
    </section>
  )
}

/** Whose phone was out of reach all night begins the day when it is not. */
function begins({ agents: [agent], now }: AgentTimeline): number | null {
  const spans = agent?.spans ?? []
  const first = spans.find(({ state }) => state !== 'unavailable') ?? spans[0]
  return first && first.from < now ? first.from : null
}

/** Where history shows the same. */
function historyOf({ time, agent, reason }: TimesOf): string {
  const params = new URLSearchParams({ tab: 'agents', time, of: `agent:${agent}` })
  if (reason !== undefined) params.set('reason', reason ?? '')
  return `/history?${params}`
}

type SumsProps = { own: AgentSums; onOpen: (of: TimesOf | 'missed') => void }

function Sums({ own, onOpen }: SumsProps) {
  const t = useTranslations('agents')
  const pauses = own.pauses.filter(({ reason }) => reason !== null)
  const button = { name: own.name, onOpen }
  return (
    <>
      <dl className="kv">
        {FIGURES.map((figure) => (
          <div key={figure} title={t(`hint.${figure}`)}>
            <dd className="fig">
              <Value {...{ figure, own, onOpen }} />
            </dd>
            <dt>{t(`figure.${figure}`)}</dt>
          </div>
        ))}
      </dl>
      {pauses.length > 0 && (
        <p className="dim3">
          {pauses.map(({ reason, ms }, index) => (
            <Fragment key={reason}>
              {index > 0 && ', '}
              <TimeButton of={{ time: 'paused', agent: own.interface, reason }} {...button} value={formatDuration(ms)}>
                {t('pausedFor', { reason: reason ?? '', time: formatDuration(ms) })}
              </TimeButton>
            </Fragment>
          ))}
        </p>
      )}
    </>
  )
}

/** What is nothing has nothing behind it. */
function Value({ figure, own, onOpen }: SumsProps & { figure: AgentFigure }) {
  const locale = useLocale() as Locale
  const [time, value] = [TIME_OF_FIGURE[figure], agentFigureText(figure, own, locale)]
  const button = { name: own.name, value }
  if (!agentFigure(figure, own)) return value
  if (time) return <TimeButton of={{ time, agent: own.interface }} {...{ ...button, onOpen }} />
  if (figure === 'missed') return <MissedButton {...button} onOpen={() => onOpen('missed')} />
  if (figure !== 'answered') return value
  const opens = { figure, window: 'today', queues: [], label: own.name, agent: own.interface } as const
  return <ExplainButton opens={opens}>{value}</ExplainButton>
}
