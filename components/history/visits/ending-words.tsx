'use client'

import { useTranslations } from 'use-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Ending } from '@/lib/domain/visit'
import type { VisitView } from '@/lib/protocol/visits'

export const ENDING_ICONS: Readonly<Record<Ending | 'waiting', IconName>> = {
  answered: 'done',
  hungUp: 'phoneMissed',
  timedOut: 'clock',
  noAgents: 'loggedOut',
  lost: 'phoneOff',
  key: 'keypad',
  withdrawn: 'withdraw',
  moved: 'moveTo',
  unknown: 'lost',
  waiting: 'queue',
}

const LOST: ReadonlySet<string> = new Set(['hungUp', 'timedOut', 'noAgents', 'lost'] satisfies Ending[])

type Ended = Pick<VisitView, 'ending' | 'endedBy' | 'isPartlyUnseen'>

/** How a visit ended, by a sign and in words; `unseen`: also that some part of it was not seen. */
export function EndingWords({ visit: { ending, endedBy, isPartlyUnseen } }: { visit: Ended }) {
  const t = useTranslations('visits')
  const is = ending ?? 'waiting'
  const isTransferred = is === 'answered' && endedBy === 'transfer'
  return (
    <span className="visit-ending" data-lost={LOST.has(is) ? '' : undefined}>
      <Icon name={isTransferred ? 'transfer' : ENDING_ICONS[is]} />
      <span className="ui-cut">{isTransferred ? t('transferred') : t(`ending.${is}`)}</span>
      {isPartlyUnseen && (
        <span className="visit-unseen" title={t('partly')}>
          <Icon name="lost" />
          <span className="ui-hidden">{t('partly')}</span>
        </span>
      )}
    </span>
  )
}
