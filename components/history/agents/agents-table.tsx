'use client'

import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { AGENT_FIGURES, type AgentFigure, agentFigure, agentFigureText } from '@/components/agents/figures'
import { MissedButton } from '@/components/agents/missed/missed-button'
import { TimeButton } from '@/components/agents/times/time-button'
import { TIME_OF_FIGURE } from '@/components/agents/times/times'
import { Empty, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import { type AgentSums, agentSumsListSchema } from '@/lib/protocol/agents'
import { type Asked, askedParams } from '../asked'
import type { Openable } from '../history-view'
import { ProgressNote } from '../progress-note'
import { useProgress } from '../use-progress'
import { type AgentOrder, inOrder, orderedBy } from './order'
import '@/components/ui/css/cards.css'
import '@/components/agents/agents.css'

/** What goes on adds up by itself, ms. */
const ANEW_MS = 15_000

/** What visits tell of. */
const OPENS: Partial<Record<AgentFigure, Figure>> = {
  ...{ answered: 'answered', talk: 'averageTalk', handling: 'averageHandling' },
  // Which tells how much of it is hold.
  hold: 'averageHandling',
}

type AgentsTableProps = { asked: Asked; onOpen?: (opened: Openable) => void }

/** How long each agent did what in the span, and what came of it; each opens down to the visits, the spans or the rings behind it. */
export function AgentsTable({ asked, onOpen }: AgentsTableProps) {
  const t = useTranslations('agents')
  const locale = useLocale() as Locale
  const params = askedParams(asked)
  const sums = useProgress({
    ...{ key: ['agentSums'], path: '/api/v1/agents/sums', params, asked, everyMs: ANEW_MS },
    parse: (value) => agentSumsListSchema.parse(value),
  })
  const { data } = sums
  return (
    <section className="ui-panel agents" aria-busy={sums.done !== null}>
      <header>
        <h2>
          {t('title')} <span className="ui-count">{data && formatCount(locale, data.items.length)}</span>
        </h2>
        <span className="ui-end" />
        <Downloads params={params} />
      </header>
      {data === null && sums.done !== null && <Loading />}
      <ProgressNote of={sums}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="headset" title={t('none')} hint={t('noneHint')} />
          ) : (
            <Sorted agents={items} onOpen={onOpen} />
          )
        }
      </ProgressNote>
    </section>
  )
}

type OnOpen = AgentsTableProps['onOpen'] | undefined

function Sorted({ agents, onOpen }: { agents: readonly AgentSums[]; onOpen: OnOpen }) {
  const t = useTranslations('agents')
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<AgentOrder>({ by: 'name', down: false })
  const sort = (by: AgentOrder['by']) => setOrder(orderedBy(order, by))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
    <section className="agents-scroll ui-cards" aria-label={t('title')} tabIndex={0}>
      <table className="ui-table">
        <thead>
          <tr>
            <Head {...{ order, by: 'name', sort }}>{t('name')}</Head>
            {AGENT_FIGURES.map((figure) => (
              <Head key={figure} {...{ order, by: figure, sort }} hint={t(`hint.${figure}`)}>
                {t(`figure.${figure}`)}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(agents, order, locale).map((agent) => (
            <Row key={`${agent.pbx}|${agent.interface}`} agent={agent} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type HeadProps = {
  order: AgentOrder
  by: AgentOrder['by']
  sort: (by: AgentOrder['by']) => void
  hint?: string
  children: ReactNode
}

function Head({ order, by, sort, hint, children }: HeadProps) {
  const isOrder = order.by === by
  return (
    <th
      scope="col"
      className={by === 'name' ? undefined : 'r'}
      aria-sort={isOrder ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" title={hint} onClick={() => sort(by)}>
        {children}
        {isOrder && <Icon name={order.down ? 'arrowDown' : 'arrowUp'} />}
      </button>
    </th>
  )
}

function Row({ agent, onOpen }: { agent: AgentSums; onOpen: OnOpen }) {
  const t = useTranslations('agents')
  return (
    <tr>
      <th scope="row">
        <bdi>{agent.name}</bdi>
      </th>
      {AGENT_FIGURES.map((figure) => (
        <td key={figure} className="r fig" data-label={t(`figure.${figure}`)}>
          <Cell {...{ figure, agent, onOpen }} />
          {figure === 'paused' && <Pauses agent={agent} onOpen={onOpen} />}
        </td>
      ))}
    </tr>
  )
}

function Cell({ figure, agent, onOpen }: { figure: AgentFigure; agent: AgentSums; onOpen: OnOpen }) {
  const t = useTranslations('agents')
  const locale = useLocale() as Locale
  const [opens, time] = [OPENS[figure], TIME_OF_FIGURE[figure]]
  const text = agentFigureText(figure, agent, locale)
  if (!onOpen || !agentFigure(figure, agent)) return text
  if (time) {
    return <TimeButton of={{ time, agent: agent.interface }} name={agent.name} value={text} onOpen={onOpen} />
  }
  if (figure === 'missed') {
    const of = { agent: agent.interface }
    return <MissedButton name={agent.name} value={text} onOpen={() => onOpen({ list: 'missed', of })} />
  }
  if (!opens) return text
  return (
    <button
      type="button"
      className="agents-open"
      aria-label={`${agent.name}, ${t(`figure.${figure}`)}: ${text}`}
      onClick={() => onOpen({ figure: opens, of: { agent: agent.interface } })}
    >
      {text}
    </button>
  )
}

/** Where there is but one pause without a reason, there is nothing more to tell. */
function Pauses({ agent, onOpen }: { agent: AgentSums; onOpen: OnOpen }) {
  const { pauses } = agent
  if (pauses.every(({ reason }) => reason === null)) return null
  return pauses.map(({ reason, ms }) => (
    <small key={reason} className="agents-pauses">
      <Pause {...{ agent, reason, onOpen }} value={formatDuration(ms)} />
    </small>
  ))
}

type PauseProps = { agent: AgentSums; reason: string | null; value: string; onOpen: OnOpen }

function Pause({ agent, reason, value, onOpen }: PauseProps) {
  const t = useTranslations('agents')
  const text = t('pausedFor', { reason: reason ?? t('noReason'), time: value })
  if (!onOpen) return text
  return (
    <TimeButton of={{ time: 'paused', agent: agent.interface, reason }} name={agent.name} {...{ value, onOpen }}>
      {text}
    </TimeButton>
  )
}

function Downloads({ params }: { params: URLSearchParams }) {
  const t = useTranslations('agents')
  return (['csv', 'json'] as const).map((format) => (
    <a
      key={format}
      className="ui-button"
      href={`/api/v1/agents/sums?${params}&format=${format}`}
      download
      aria-label={t('download', { format: format.toUpperCase() })}
    >
      <Icon name="download" /> {format.toUpperCase()}
    </a>
  ))
}
