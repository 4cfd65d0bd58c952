'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Icon, type IconName } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import type { VisitStory } from '@/lib/protocol/visits'
import { ENDING_ICONS } from './ending-words'
import { type Moment, momentsOf, waitedBy } from './moments'

/** What happened, moment by moment, and how long the caller had waited by then. */
export function VisitMoments({ story }: { story: Pick<VisitStory, 'visit' | 'gaps'> }) {
  const t = useTranslations('visits')
  const times = useTimes()
  const words = useMomentWords()
  const { visit } = story
  return (
    <section>
      <h3>{t('moments')}</h3>
      <ol className="visit-moments">
        {momentsOf(story).map((moment, index) => {
          const waited = waitedBy(moment.at, visit)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two phones ring at the same moment, and the list is never reordered
            <li key={index}>
              <time dateTime={new Date(moment.at).toISOString()}>{times.timeWithSeconds(moment.at)}</time>
              <span className="visit-waited fig" title={t('waitedBy')}>
                {waited === null ? '' : `+${formatDuration(waited)}`}
              </span>
              <span>
                <Icon name={iconOf(moment)} /> {words(moment)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function iconOf(moment: Moment): IconName {
  switch (moment.what) {
    case 'entered':
      return 'queue'
    case 'rang':
      return 'ringing'
    case 'answered':
      return 'onCall'
    case 'left':
      return ENDING_ICONS[moment.ending]
    case 'talkEnded':
      return moment.by === 'transfer' ? 'transfer' : 'phoneOff'
    case 'wrapUp':
      return 'wrapUp'
    default:
      return 'lost'
  }
}

function useMomentWords(): (moment: Moment) => string {
  const t = useTranslations('visits')
  const times = useTimes()
  return (moment) => {
    switch (moment.what) {
      case 'entered': {
        const { position, priority } = moment
        return priority === null ? t('moment.entered', { position }) : t('moment.enteredBy', { position, priority })
      }
      case 'rang': {
        const { name, interface: at, rangMs, outcome } = moment.ring
        const told = { who: name ?? at, outcome: t(`outcome.${outcome ?? 'rings'}`) }
        return rangMs === null ? t('moment.rang', told) : t('moment.rangFor', { ...told, time: formatDuration(rangMs) })
      }
      case 'answered':
        return t('moment.answered', { who: moment.agent ?? '–' })
      case 'left':
        return t(`leaving.${moment.ending}`)
      case 'talkEnded': {
        const { by, to, heldMs } = moment
        const ended =
          by === 'transfer' ? t('moment.transferred', { to: to ?? '–' }) : t(`moment.endedBy.${by ?? 'unknown'}`)
        return heldMs > 0 ? `${ended}. ${t('moment.held', { time: formatDuration(heldMs) })}` : ended
      }
      case 'wrapUp':
        return t('moment.wrapUp', { who: moment.agent ?? '–', time: formatDuration(moment.ms) })
      default:
        return t('moment.unseen', { until: times.timeWithSeconds(moment.until) })
    }
  }
}
