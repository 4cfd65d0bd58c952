'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import { useCommand, useWhyNotNow } from '@/components/receipts/use-command'
import { useMay, useViewer } from '@/components/session/viewer'
import { LiveFigureButton } from '@/components/supervise/explained-figure'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Switch } from '@/components/ui/switch'
import { formatCount } from '@/components/wall/numbers'
import type { Caller } from '@/lib/domain/caller'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { useMe } from './use-me'

/** The queues one sees: who waits there, whether one is in, and the way in and out of each or all. */
export function MyQueues() {
  const t = useTranslations('me')
  const { phones } = useViewer()
  const queues = useLiveRecords('queues')
  const callers = useLiveRecords('callers')
  const { agent } = useMe()
  const { run } = useCommand()
  const why = useWhyNotNow()
  const may = useMay('own.queues')
  const [phone] = phones
  const memberOf = (queue: Queue) => agent?.members.find((member) => member.queue === queue.id)
  const me = agent ?? phone
  const join = (queue: Queue) =>
    me && run({ type: 'agent.add', agent: { pbx: me.pbx, interface: me.interface }, queue: queue.id })
  const left = queues.filter((queue) => !memberOf(queue) && phones.some(({ pbx }) => pbx === queue.pbx))
  return (
    <section className="ui-panel me-queues">
      <header>
        <h2>{t('myQueues')}</h2>
        {may && me && left.length > 0 && (
          <span className="ui-end">
            <Button size="sm" why={why} onClick={() => void Promise.all(left.map(join))}>
              {t('joinAll')}
            </Button>
          </span>
        )}
      </header>
      {queues.length === 0 && <Empty title={t('noQueues')} />}
      <ul>
        {queues.map((queue) => (
          <QueueRow
            key={queue.id}
            queue={queue}
            member={memberOf(queue)}
            callers={callers.filter((caller) => caller.queue === queue.id)}
            off={!may || why !== null || !phones.some((one) => one.pbx === queue.pbx)}
            onChange={(isIn) => {
              if (isIn) void join(queue)
              else if (agent)
                void run({
                  type: 'agent.remove',
                  agent: { pbx: agent.pbx, interface: agent.interface },
                  queue: queue.id,
                  seconds: null,
                })
            }}
          />
        ))}
      </ul>
    </section>
  )
}

type QueueRowProps = {
  queue: Queue
  member: Member | undefined
  callers: readonly Caller[]
  off: boolean
  onChange: (isIn: boolean) => void
}

function QueueRow({ queue, member, callers, off, onChange }: QueueRowProps) {
  const t = useTranslations('me')
  const locale = useLocale()
  const first = callers.length === 0 ? null : Math.min(...callers.map(({ joinedAt }) => joinedAt))
  // Members that queues.conf names can only pause: Asterisk takes none of them out.
  const isFixed = member?.membership === 'static'
  return (
    <li>
      <span className="me-queue">
        <b className="ui-cut">
          <bdi>{queue.label}</bdi>
        </b>
        <small>
          {member && t('penalty', { penalty: member.penalty })}
          {isFixed && ` ${t('fixedMember')}`}
          {first !== null && (
            <>
              {member && ', '}
              {t('longest')} <Elapsed since={first} />
            </>
          )}
        </small>
      </span>
      <span className="me-waiting">
        <b className="ui-figure">
          <LiveFigureButton figure="waiting" queues={[queue]}>
            {formatCount(locale, callers.length)}
          </LiveFigureButton>
        </b>{' '}
        <small>{t('waiting')}</small>
      </span>
      <Switch
        label={
          <>
            {member ? t('in') : t('out')} <span className="ui-hidden">{queue.label}</span>
          </>
        }
        checked={member !== undefined}
        disabled={off || isFixed}
        onChange={onChange}
      />
    </li>
  )
}
