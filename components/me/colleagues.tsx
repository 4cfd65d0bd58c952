'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { usePeople } from '@/components/dial/use-people'
import { useTicker } from '@/components/live/live-context'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { useViewer } from '@/components/session/viewer'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { type Agent, agentStateAt, agentsOf } from '@/lib/domain/agent'
import { samePhone } from '@/lib/domain/endpoint'

/** Who of one's colleagues is free, and who is not since when; the free ones first, then by name. */
export function Colleagues() {
  const t = useTranslations('me')
  const words = useTranslations('team')
  const { phones } = useViewer()
  const members = useLiveRecords('members')
  const ticker = useTicker()
  const people = usePeople()
  const { compare } = useMemo(() => new Intl.Collator(), [])
  useLocale()
  const now = ticker.pictureNow()
  const agents = agentsOf(members)
    .filter((agent) => !phones.some((phone) => samePhone(phone, agent)))
    .map((agent) => ({ agent, ...agentStateAt(agent, now) }))
    .sort(
      (one, other) =>
        Number(other.state === 'ready') - Number(one.state === 'ready') || compare(one.agent.name, other.agent.name),
    )
  const extenOf = (agent: Agent) => people.find((person) => samePhone(person, agent))?.exten ?? null
  return (
    <section className="ui-panel me-colleagues">
      <header>
        <h2>
          {t('colleagues')}{' '}
          <span className="ui-count">
            {t('free', { count: agents.filter(({ state }) => state === 'ready').length })}
          </span>
        </h2>
      </header>
      {agents.length === 0 && <Empty title={t('noColleagues')} />}
      <ul>
        {agents.map(({ agent, state, since }) => (
          <li key={`${agent.pbx} ${agent.interface}`}>
            <Icon name={state} className={`s-${state}`} />
            <bdi className="ui-cut">{agent.name}</bdi>
            <NumberLink number={extenOf(agent)} />
            <small className="ui-end">
              {words(state)} <Elapsed since={since} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
