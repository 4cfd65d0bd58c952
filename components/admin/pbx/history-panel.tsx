'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import type { LinkTurn, PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { usePbxWords } from './use-pbx-words'

const FEW = 8

const ICONS: Readonly<Record<LinkTurn['what'], IconName>> = {
  connecting: 'catchingUp',
  syncing: 'catchingUp',
  live: 'live',
  lost: 'lost',
  refused: 'critical',
  resynced: 'again',
  reloaded: 'book',
  restarted: 'undo',
}

/** What became of the link, the newest first. */
export function HistoryPanel({ status: { history, watchedSince, audits, healed } }: { status: PbxStatus }) {
  const t = useTranslations('admin.pbx.history')
  const { moment } = usePbxWords()
  const [all, setAll] = useState(false)
  const shown = all ? history : history.slice(0, FEW)
  return (
    <section className="ui-panel">
      <header>
        <h2>{t('title')}</h2>
        <span className="pbx-count">{t('since', { moment: moment(watchedSince) })}</span>
      </header>
      <div className="admin-body">
        <ol className="pbx-history">
          {shown.map((turn) => (
            <Turn key={turn.id} turn={turn} />
          ))}
        </ol>
        {history.length > shown.length && (
          <Button size="sm" className="pbx-start" onClick={() => setAll(true)}>
            {t('more')}
          </Button>
        )}
        <p className="admin-dim">
          {t('health.audits', { count: audits })}: {t('health.healed', { count: healed })}
        </p>
      </div>
    </section>
  )
}

function Turn({ turn: { at, what, detail, times } }: { turn: LinkTurn }) {
  const t = useTranslations('admin.pbx.history')
  const { moment } = usePbxWords()
  const isAll = what === 'reloaded' && detail === 'All'
  return (
    <li data-what={what}>
      <time dateTime={new Date(at).toISOString()}>{moment(at, true)}</time>
      <span className="pbx-what">
        <Icon name={ICONS[what]} /> {t(`what.${what}`)}
        {times > 1 && <span className="admin-dim"> · {t('times', { count: times })}</span>}
      </span>
      {detail !== null && <span className="pbx-detail">{isAll ? t('everything') : <bdi>{detail}</bdi>}</span>}
    </li>
  )
}
