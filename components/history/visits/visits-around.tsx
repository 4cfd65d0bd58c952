'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import type { VisitStory, VisitView } from '@/lib/protocol/visits'
import { EndingWords } from './ending-words'

type AroundProps = {
  story: Pick<VisitStory, 'visit' | 'call' | 'others' | 'othersTotal'>
  onOpen: (id: string) => void
}

/** The call's way from queue to queue, and the other calls of the same number. */
export function VisitsAround({ story: { visit, call, others, othersTotal }, onOpen }: AroundProps) {
  const t = useTranslations('visits')
  const line = { here: visit.id, onOpen }
  return (
    <>
      {call.length > 1 && (
        <section>
          <h3>{t('call')}</h3>
          <ol className="visit-lines">
            {call.map((one) => (
              <Line key={one.id} visit={one} {...line} />
            ))}
          </ol>
        </section>
      )}
      {visit.number !== null && (
        <section>
          <h3>
            {t('others')} {othersTotal > 0 && <span className="ui-count">{othersTotal}</span>}
          </h3>
          {others.length === 0 ? (
            <p className="visit-dim">{t('noOthers')}</p>
          ) : (
            <ol className="visit-lines">
              {others.map((one) => (
                <Line key={one.id} visit={one} {...line} withDay />
              ))}
            </ol>
          )}
          {othersTotal > others.length && (
            <p className="visit-dim">{t('moreOthers', { count: othersTotal - others.length })}</p>
          )}
        </section>
      )}
    </>
  )
}

type LineProps = { visit: VisitView; here: string; withDay?: boolean; onOpen: (id: string) => void }

function Line({ visit, here, withDay = false, onOpen }: LineProps) {
  const times = useTimes()
  const { id, enteredAt, queueLabel, waitMs } = visit
  return (
    <li>
      <button type="button" aria-current={id === here || undefined} onClick={() => onOpen(id)}>
        <time dateTime={new Date(enteredAt).toISOString()}>
          {withDay ? times.dayAndTime(enteredAt) : times.timeWithSeconds(enteredAt)}
        </time>
        <bdi className="ui-cut">{queueLabel}</bdi>
        <EndingWords visit={visit} />
        <span className="fig">{waitMs === null ? '–' : formatDuration(waitMs)}</span>
        <Icon name="chevronRight" />
      </button>
    </li>
  )
}
