'use client'

import { memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import type { MemberState } from '@/lib/domain/member'
import type { AgentView } from './board/agent-view'
import { usePicture } from './board/use-board'
import { formatCount } from './numbers'
import { shortName } from './short-name'
import { usePage } from './use-page'
import './css/team.css'

const STATES: readonly MemberState[] = ['ready', 'ringing', 'onCall', 'onHold', 'wrapUp', 'paused', 'unavailable']

/** `words`: few people, each with a word for the state; `names`: people in narrow columns; `bar`: counts only. */
export type TeamForm = 'words' | 'names' | 'bar'

/** Who does what, and for how long. People keep alphabetical places; more than fit are shown page by page. */
export function TeamStrip({ form, capacity }: { form: TeamForm; capacity: number }) {
  const t = useTranslations('team')
  const agents = usePicture((picture) => picture.agents)
  const page = usePage(agents.length, capacity)
  if (form === 'bar' || agents.length === 0) {
    return (
      <section className="team bar" aria-label={t('title')}>
        <Legend end={agents.length === 0 ? t('nobody') : t('signedIn', { count: agents.length })} />
      </section>
    )
  }
  const whole = agents.length <= capacity
  const end = whole
    ? t('signedIn', { count: agents.length })
    : t('shown', { from: page.from + 1, to: page.to, count: agents.length })
  return (
    <section className="team" aria-label={t('title')}>
      <Legend end={end} />
      <ul className={form === 'words' ? 'people wide-people' : 'people'}>
        {agents.slice(page.from, page.to).map((agent) => (
          <AgentRow key={agent.id} agent={agent} words={form === 'words'} />
        ))}
      </ul>
    </section>
  )
}

function Legend({ end }: { end: string }) {
  const t = useTranslations('team')
  const locale = useLocale()
  const crew = usePicture((picture) => picture.crew)
  return (
    <p className="legend">
      {STATES.filter((state) => state === 'ready' || crew[state] > 0).map((state) => (
        <span key={state} className={`s-${state}`}>
          <Icon name={state} />
          <b>{formatCount(locale, crew[state])}</b>
          {t(state)}
        </span>
      ))}
      <span className="end">{end}</span>
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
