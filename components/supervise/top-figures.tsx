'use client'

import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { Elapsed } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Queue } from '@/lib/domain/queue'
import { useDesk, useDeskView, usePicture } from './desk-context'
import { LiveFigureButton } from './explained-figure'

const ALL: readonly never[] = []

/** The sums of the queues shown. */
export function TopFigures() {
  const t = useTranslations('supervise.figures')
  const locale = useLocale()
  const queues = useQueuesShown()
  const waiting = usePicture((picture) => picture.waiting)
  const ready = usePicture(({ crew }) => crew.ready)
  const agents = usePicture(({ agentCount }) => agentCount)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  return (
    <span className="supervise-figures flex gap-2.5" data-hollow={solid ? undefined : ''}>
      <span className="figure">
        {t('waiting')}{' '}
        <b className="fig">
          <LiveFigureButton figure="waiting" queues={queues}>
            {formatCount(locale, waiting)}
          </LiveFigureButton>
        </b>
      </span>
      <Longest queues={queues} />
      <span className="figure">
        {t('ready')}{' '}
        <b className="fig">
          <LiveFigureButton figure="agents.ready" queues={queues}>
            {formatCount(locale, ready)}
          </LiveFigureButton>
        </b>{' '}
        <LiveFigureButton figure="agents.all" queues={queues}>
          {t('of', { count: agents })}
        </LiveFigureButton>
      </span>
    </span>
  )
}

/** Of which queues the sums are; none: all there are; `null`: of not one. */
function useQueuesShown(): readonly Queue[] | null {
  const { board } = useDesk()
  const { group, queues } = useDeskView().view
  const ids = usePicture((picture) => picture.queues)
  if (group === null && queues === null) return ALL
  return ids.length === 0 ? null : ids.flatMap((id) => board.queue(id)?.queue ?? [])
}

function Longest({ queues }: { queues: readonly Queue[] | null }) {
  const t = useTranslations('supervise.figures')
  const { board } = useDesk()
  const since = usePicture(({ longestSince }) => longestSince)
  const level = usePicture(({ queues }) => {
    const broken = queues.flatMap((id) => board.queue(id)?.alarm.broken ?? [])
    const waits = broken.filter(({ figure }) => figure === 'wait').map((limit) => limit.level)
    return waits.includes('critical') ? 'critical' : (waits[0] ?? null)
  })
  return (
    <span className="figure">
      {t('longest')}{' '}
      <b className={`fig ${level ? `hit-${level}` : ''}`}>
        {level && <Icon name={level} />}{' '}
        <LiveFigureButton figure="longestNow" queues={queues}>
          <Elapsed since={since} />
        </LiveFigureButton>
      </b>
    </span>
  )
}
