'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTicker } from '@/components/live/live-context'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecord } from '@/components/live/use-live'
import { useFormat } from '@/components/session/use-format'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import { useAgentRow, useCallRow, useQueueView } from '../desk-context'
import { TakenButton } from '../explained-figure'
import type { AgentRow } from '../model/agent-row'
import { momentsOfMember } from '../model/changes'
import { mergeMoments } from '../model/moment'
import { otherSide, partyOf } from '../model/parties'
import { DAY_AND_HOURS, HOURS } from '../times'
import { AgentDay } from './agent-day'
import { AgentPause } from './agent-pause'
import { AgentQueues } from './agent-queues'
import { CallButtons } from './call-buttons'
import { Party } from './call-drawer'
import { Story } from './story'
import { Gone, Who } from './who'

/** An agent: what they do, with whom, in which queues, and what may be done. */
export function AgentDrawer({ id }: { id: string }) {
  const t = useTranslations('supervise')
  const format = useFormat()
  const ticker = useTicker()
  const row = useAgentRow(id)
  if (!row) return <Gone id={id} title={t('drawer.agent')} />
  const since = row.since === null ? null : format.dateTime(row.since, HOURS)
  const told = row.agent.members.flatMap((member) => momentsOfMember(member, ticker.pictureNow()))
  return (
    <>
      <Who
        name={
          <>
            <bdi>{row.agent.name}</bdi> <span className="dim3 num">{row.exten}</span>
          </>
        }
        state={
          <>
            <Icon name={row.state} className={`s-${row.state}`} />
            {t(`state.${row.state}`)}
            {since !== null && <span className="dim3">{t('drawer.since', { time: since })}</span>}
          </>
        }
        figure={<Elapsed since={row.since} />}
      />
      {row.call && <AgentCall id={row.call.id} />}
      <AgentQueues row={row} />
      <AgentPause row={row} />
      <AgentDay row={row} />
      <Counted row={row} />
      <Story id={id} told={mergeMoments([], told)} />
    </>
  )
}

function AgentCall({ id }: { id: string }) {
  const t = useTranslations('supervise.drawer')
  const row = useCallRow(id)
  if (!row) return null
  const other = partyOf(row.call, otherSide(row.first))
  return (
    <section>
      <h3>
        {t('call')}
        <Waited row={row.call} label={row.queueLabel} />
      </h3>
      {other && <Party party={other} />}
      <CallButtons row={row} all />
    </section>
  )
}

function Waited({
  row,
  label,
}: {
  row: { queue: string | null; startedAt: number; answeredAt: number | null }
  label: string | null
}) {
  const t = useTranslations('supervise.drawer')
  const queue = useLiveRecord('queues', row.queue ?? '')
  if (!queue || label === null) return null
  if (row.answeredAt === null) return <span className="ui-end">{label}</span>
  return (
    <span className="ui-end">
      {t('waited', { queue: label, wait: formatDuration(row.answeredAt - row.startedAt) })}
    </span>
  )
}

/** Figures that Asterisk itself counts, per queue, since its own beginning. */
function Counted({ row }: { row: AgentRow }) {
  const t = useTranslations('supervise.drawer')
  const locale = useLocale()
  const format = useFormat()
  const first = useQueueView(row.agent.members[0].queue)
  const since = first?.queue.countersSince ?? null
  const signedIn = Math.min(...row.agent.members.map(({ loggedInAt }) => loggedInAt ?? Number.POSITIVE_INFINITY))
  return (
    <section>
      <h3>
        {t('today')}
        {since !== null && (
          <span className="ui-end">{t('countersSince', { since: format.dateTime(since, DAY_AND_HOURS) })}</span>
        )}
      </h3>
      <dl className="kv">
        <div>
          <dd className="fig">
            <TakenButton agent={row.agent}>{formatCount(locale, row.callsTaken)}</TakenButton>
          </dd>
          <dt>{t('taken')}</dt>
        </div>
        <div>
          <dd className="fig">{row.lastCallAt === null ? t('never') : format.dateTime(row.lastCallAt, HOURS)}</dd>
          <dt>{t('lastCall')}</dt>
        </div>
      </dl>
      {Number.isFinite(signedIn) && <p className="dim3">{t('signedIn', { time: format.dateTime(signedIn, HOURS) })}</p>}
    </section>
  )
}
