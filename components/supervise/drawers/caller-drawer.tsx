'use client'

import { useLocale, useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { Elapsed } from '@/components/live/ticking'
import { Icon, type IconName } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { ActionButton } from '../action-button'
import { CALLER_ACTIONS, type CallerAction, whyNotCaller } from '../actions/caller-actions'
import { useCallerRow } from '../desk-context'
import { momentsOfCaller } from '../model/changes'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'
import { Story } from './story'
import { Gone, Who } from './who'

const ICONS: Readonly<Record<CallerAction, IconName>> = {
  take: 'phoneIncoming',
  moveUp: 'arrowUp',
  priority: 'priority',
  move: 'swap',
  withdraw: 'logOut',
  hangUp: 'phoneOff',
}

/** A waiting caller: who, how long, where in line, and what may be done. */
export function CallerDrawer({ id }: { id: string }) {
  const t = useTranslations('supervise')
  const locale = useLocale()
  const row = useCallerRow(id)
  const perform = usePerform()
  const at = useSituation(row?.caller.pbx ?? '')
  if (!row) return <Gone id={id} title={t('drawer.caller')} />
  const { caller, over, queueLabel } = row
  return (
    <>
      <Who
        name={<bdi>{caller.name ?? caller.number ?? t('withheld')}</bdi>}
        state={
          <>
            {over && <Icon name={over} className={`hit-${over}`} />}
            <bdi>{queueLabel}</bdi>
          </>
        }
        figure={<Elapsed since={caller.joinedAt} />}
      />
      <section>
        <dl className="facts">
          <dt>{t('drawer.number')}</dt>
          <dd>{caller.number === null ? t('withheld') : <NumberLink number={caller.number} />}</dd>
          <dt>{t('drawer.position')}</dt>
          <dd>{formatCount(locale, caller.position)}</dd>
          <dt>{t('drawer.priority')}</dt>
          <dd>{formatCount(locale, caller.priority)}</dd>
        </dl>
        <div className="two">
          {CALLER_ACTIONS.map((action) => (
            <ActionButton
              key={action}
              icon={ICONS[action]}
              look={action === 'take' ? 'primary' : action === 'hangUp' ? 'danger' : 'plain'}
              label={t(`action.${action}`)}
              why={whyNotCaller(action, row, at)}
              onClick={() => perform.caller(action, row)}
            />
          ))}
        </div>
      </section>
      <Story id={id} told={momentsOfCaller(caller)} />
    </>
  )
}
