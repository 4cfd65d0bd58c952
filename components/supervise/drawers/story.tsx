'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/components/session/use-format'
import { useDesk, useSeen } from '../desk-context'
import { type Moment, mergeMoments } from '../model/moment'
import { SECONDS } from '../times'

/** What the record tells and what this page saw, in the order of time. */
export function Story({ id, told }: { id: string; told: readonly Moment[] }) {
  const t = useTranslations('supervise.drawer')
  const format = useFormat()
  const seen = useSeen(id)
  const text = useMomentText()
  const moments = mergeMoments(told, seen)
  return (
    <section>
      <h3 title={t('storyHint')}>{t('story')}</h3>
      <ol className="story">
        {moments.map((one) => (
          <li key={`${one.at} ${one.what} ${one.detail} ${one.queue}`}>
            <time>{one.at === null ? '–' : format.dateTime(one.at, SECONDS)}</time>
            <span>{text(one)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function useMomentText(): (moment: Moment) => string {
  const t = useTranslations('supervise.story')
  const states = useTranslations('supervise.state')
  const { board } = useDesk()
  return ({ what, detail, queue: id }) => {
    const queue = (id && board.queue(id)?.queue.label) ?? '–'
    const name = detail ?? '–'
    switch (what) {
      case 'joined':
      case 'waiting':
      case 'entered':
      case 'leftQueue':
        return t(what, { queue })
      case 'parked':
        return t(what, { slot: name })
      case 'with':
        return t(what, { name })
      case 'place':
        return t(what, { place: Number(detail) })
      case 'priority':
        return t(what, { priority: Number(detail) })
      case 'penalty':
        return t(what, { penalty: Number(detail), queue })
      case 'state':
        return t(what, { state: states(detail as 'ready').toLowerCase() })
      case 'pausedFor':
        return detail === null ? states('paused').toLowerCase() : t(what, { reason: detail })
      default:
        return t(what)
    }
  }
}
