'use client'

import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { Icon, type IconName } from '@/components/ui/icon'
import { useReason } from '@/components/wall/level-band'
import { formatCount, formatPercent } from '@/components/wall/numbers'
import type { Queue } from '@/lib/domain/queue'
import { formatDuration } from '@/lib/i18n/duration'
import { ActionButton } from '../action-button'
import { QUEUE_ACTIONS, type QueueAction, whyNotQueue } from '../actions/queue-actions'
import { useAgentRow, useDesk, useQueueView } from '../desk-context'
import { LiveFigureButton } from '../explained-figure'
import { agentIdOf } from '../model/agent-row'
import { CallerName } from '../panels/callers-panel'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'
import { QueueSums } from './queue-sums'
import { Gone, Who } from './who'

/** A queue: its figures, limits, who is in it, who waits, and what may be done. */
export function QueueDrawer({ id }: { id: string }) {
  const t = useTranslations('supervise')
  const level = useTranslations('level')
  const reason = useReason()
  const locale = useLocale()
  const view = useQueueView(id)
  if (!view) return <Gone id={id} title={t('drawer.queue')} />
  const { queue, alarm, figures, callers } = view
  return (
    <>
      <Who
        name={<bdi>{queue.label}</bdi>}
        state={
          <span className={`lv lv-${alarm.level}`}>
            <Icon name={alarm.level} />
            {level(alarm.level)} {alarm.broken.map(reason).join(', ')}
          </span>
        }
        figure={
          <LiveFigureButton figure="waiting" queues={[queue]}>
            {formatCount(locale, figures.waiting)}
          </LiveFigureButton>
        }
      />
      <QueueSums view={view} />
      <Limits queue={queue} />
      <section>
        <h3>{t('drawer.actions')}</h3>
        <QueueButtons id={id} />
      </section>
      <section>
        <h3>
          {t('drawer.callers')}{' '}
          <span className="ui-end">
            <LiveFigureButton figure="waiting" queues={[queue]}>
              {formatCount(locale, callers.length)}
            </LiveFigureButton>
          </span>
        </h3>
        <ul className="lines">
          {callers.map((caller) => (
            <OpenLine key={caller.id} kind="callers" id={caller.id}>
              <span className="num dim3">{formatCount(locale, caller.position)}</span>
              <span className="ui-cut">
                <CallerName caller={caller} />
              </span>
              <b className="fig">
                <Elapsed since={caller.joinedAt} />
              </b>
            </OpenLine>
          ))}
        </ul>
      </section>
      <Members queue={queue} />
    </>
  )
}

const ICONS: Readonly<Record<QueueAction, IconName>> = { reload: 'reload', reset: 'undo' }

function QueueButtons({ id }: { id: string }) {
  const t = useTranslations('supervise.action')
  const perform = usePerform()
  const view = useQueueView(id)
  const at = useSituation(view?.queue.pbx ?? '')
  if (!view) return null
  return (
    <div className="wrap">
      {QUEUE_ACTIONS.map((action) => (
        <ActionButton
          key={action}
          icon={ICONS[action]}
          look={action === 'reset' ? 'danger' : 'plain'}
          label={t(action)}
          why={whyNotQueue(action, view.queue, at)}
          onClick={() => perform.queue(action, view)}
        />
      ))}
    </div>
  )
}

function Limits({ queue }: { queue: Queue }) {
  const t = useTranslations('supervise.drawer')
  const locale = useLocale()
  const { limits } = queue
  const seconds = (limit: number | null) => (limit === null ? '–' : formatDuration(limit * 1000))
  const count = (limit: number | null) => (limit === null ? '–' : formatCount(locale, limit))
  const percent = (limit: number | null) => (limit === null ? '–' : formatPercent(locale, limit))
  const rows: readonly [string, number | null, number | null, (limit: number | null) => string][] = [
    [t('limitWait'), limits.waitWarning, limits.waitCritical, seconds],
    [t('limitWaiting'), limits.waitingWarning, limits.waitingCritical, count],
    [t('limitLevel'), limits.levelWarning, limits.levelCritical, percent],
  ]
  const set = rows.filter(([, warning, critical]) => warning !== null || critical !== null)
  return (
    <section>
      <h3>{t('limits')}</h3>
      <dl className="facts">
        {set.length === 0 && <dt>{t('noLimits')}</dt>}
        {set.map(([label, warning, critical, text]) => (
          <Fact key={label} label={label}>
            {t('limitValues', { warning: text(warning), critical: text(critical) })}
          </Fact>
        ))}
        <Fact label={t('strategy')}>{queue.strategy}</Fact>
        <Fact label={t('most')}>{queue.max === 0 ? t('unlimited') : formatCount(locale, queue.max)}</Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Members({ queue }: { queue: Queue }) {
  const t = useTranslations('supervise.drawer')
  const locale = useLocale()
  const members = useLiveRecords('members').filter((member) => member.queue === queue.id)
  return (
    <section>
      <h3>
        {t('members')}{' '}
        <span className="ui-end">
          <LiveFigureButton figure="agents.all" queues={[queue]}>
            {formatCount(locale, members.length)}
          </LiveFigureButton>
        </span>
      </h3>
      <ul className="lines">
        {members.map((member) => (
          <MemberOf key={member.id} id={agentIdOf(member)} penalty={member.penalty} />
        ))}
      </ul>
    </section>
  )
}

function MemberOf({ id, penalty }: { id: string; penalty: number }) {
  const t = useTranslations('supervise.state')
  const row = useAgentRow(id)
  if (!row) return null
  return (
    <OpenLine kind="agents" id={id}>
      <span title={t(row.state)}>
        <Icon name={row.state} className={`s-${row.state}`} />
        <span className="ui-hidden">{t(row.state)}</span>
      </span>
      <bdi className="ui-cut">{row.agent.name}</bdi>
      <b className="pen c">{penalty}</b>
    </OpenLine>
  )
}

function OpenLine({ kind, id, children }: { kind: 'agents' | 'callers'; id: string; children: ReactNode }) {
  const { stores } = useDesk()
  return (
    <li>
      <button type="button" onClick={() => stores.set({ opened: { kind, id } })}>
        {children}
      </button>
    </li>
  )
}
