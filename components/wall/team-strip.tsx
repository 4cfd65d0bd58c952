'use client'

import { type CSSProperties, memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { MEMBER_STATES } from '@/lib/domain/member'
import type { AgentView } from './board/agent-view'
import { usePicture } from './board/use-board'
import { Explained } from './explained'
import { formatCount } from './numbers'
import { shortName } from './short-name'
import { usePage } from './use-page'
import './css/team.css'

/** People in columns; `words` when there is room for a word with each state. */
export type TeamGrid = { columns: number; rows: number; words: boolean }

/** Who does what, and for how long. People keep alphabetical places; more than fit are shown page by page. */
export function TeamStrip({ columns, rows, words }: TeamGrid) {
  const t = useTranslations('team')
  const agents = usePicture((picture) => picture.agents)
  const page = usePage(agents.length, columns, rows)
  if (agents.length === 0) return <TeamBar />
  const { from, to, pages } = page
  const count = agents.length
  return (
    <section className="team" aria-label={t('title')}>
      <Legend end={pages === 1 ? t('signedIn', { count }) : t('shown', { from: from + 1, to, count })} />
      <ul
        className={words ? 'people wide-people' : 'people'}
        style={{ '--columns': columns, '--rows': page.rows } as CSSProperties}
      >
        {agents.slice(from, to).map((agent) => (
          <AgentRow key={agent.id} agent={agent} words={words} />
        ))}
      </ul>
    </section>
  )
}

/** The counts alone, where there is no room for people. */
export function TeamBar() {
  const t = useTranslations('team')
  const count = usePicture((picture) => picture.agents.length)
  return (
    <section className="team bar" aria-label={t('title')}>
      <Legend end={count === 0 ? t('nobody') : t('signedIn', { count })} />
    </section>
  )
}

function Legend({ end }: { end: string }) {
  const t = useTranslations('crew')
  const locale = useLocale()
  const crew = usePicture((picture) => picture.crew)
  return (
    <p className="legend">
      {MEMBER_STATES.filter((state) => state === 'ready' || crew[state] > 0).map((state) => (
        <span key={state} className={`s-${state}`}>
          <Icon name={state} />
          <b>
            <Explained figure={`agents.${state}`} queue={null}>
              {formatCount(locale, crew[state])}
            </Explained>
          </b>
          {t(state, { count: crew[state] })}
        </span>
      ))}
      <span className="end">
        <Explained figure="agents.all" queue={null}>
          {end}
        </Explained>
      </span>
    </p>
  )
}

const AgentRow = memo(function AgentRow({ agent, words }: { agent: AgentView; words: boolean }) {
  const t = useTranslations('team')
  const { state, reason } = agent
  const word = state === 'paused' && reason ? t('pausedFor', { reason }) : t(state)
  return (
    <li className={`p s-${state}`} data-state={state}>
      <Icon name={state} />
      <bdi className="n">{shortName(agent.name)}</bdi>
      <span className={words ? 'w' : 'sr-only'}>{word}</span>
      <Elapsed since={agent.since} />
    </li>
  )
})
