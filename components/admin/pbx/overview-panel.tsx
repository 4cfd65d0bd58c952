'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { LinkHealth } from '@/lib/domain/link'
import type { PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { ConsoleLinks } from './console-links'
import { EventsFigure } from './events-figure'
import { CallsFigure, DelayFigure, UptimeFigure, VersionFigure } from './figures'
import { usePbxWords } from './use-pbx-words'

type OverviewPanelProps = { link: LinkHealth; status: PbxStatus | null }

/** The figures of one PBX, and what is wrong with the link. */
export function OverviewPanel({ link, status }: OverviewPanelProps) {
  const t = useTranslations('admin.pbx')
  const { moment } = usePbxWords()
  const isLive = link.state === 'live'
  return (
    <section className="ui-panel">
      <header className="pbx-head">
        <h2>
          <bdi>{link.label}</bdi>
        </h2>
        <span className={isLive ? 'pbx-state' : 'pbx-state admin-bad'}>
          <Icon name={isLive ? 'live' : 'lost'} /> {t(`state.${link.state}`)} · {moment(link.since, true)}
        </span>
        <ConsoleLinks />
      </header>
      <div className="pbx-figures" data-hollow={isLive ? undefined : ''}>
        <VersionFigure link={link} />
        <UptimeFigure status={status} />
        <CallsFigure run={status?.run ?? null} />
        {status && <EventsFigure events={status.events} />}
        <DelayFigure link={link} />
      </div>
      <Notes link={link} status={status} />
    </section>
  )
}

/** Only what somebody should know: a link without trouble has none. */
function Notes({ link, status }: OverviewPanelProps) {
  const t = useTranslations('admin.pbx')
  const { moment } = usePbxWords()
  const ahead = Math.round((status?.clockAheadMs ?? 0) / 1000)
  return (
    <div className="pbx-notes">
      {link.error && (
        <p className="admin-note pbx-warning" data-look="warn">
          <Icon name="warning" />
          <span>
            {t('why')}: <bdi>{link.error}</bdi>
            {link.nextTryAt !== null && ` · ${t('nextTry', { moment: moment(link.nextTryAt, true) })}`}
          </span>
        </p>
      )}
      {ahead !== 0 && (
        <p className="admin-note">
          {ahead > 0 ? t('clock.ahead', { seconds: `${ahead}` }) : t('clock.behind', { seconds: `${-ahead}` })}
        </p>
      )}
      {status?.readsSystem === false && (
        <div className="admin-note" data-look="warn">
          <span>{t('noSystem')}</span>
          <code className="admin-code">read = agent,call,system</code>
        </div>
      )}
      {link.limits.length > 0 && (
        <div className="pbx-limits">
          <h3>{t('way.limits')}</h3>
          <ul>
            {link.limits.map((limit) => (
              <li key={limit}>{t(`way.limit.${limit}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
