'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { useMomentText } from '@/components/admin/moment-text'
import { CopyButton } from '@/components/ui/copy-button'
import type { ConsoleEvent } from '@/lib/protocol/admin/console'
import { amiTextOf } from './event-files'

/** All of one event. */
export function EventDetail({ event }: { event: ConsoleEvent | null }) {
  const t = useTranslations('console.events')
  const moment = useMomentText(true)
  if (event === null) {
    return (
      <section className="ui-panel console-event-detail">
        <p className="admin-dim">{t('chooseHint')}</p>
      </section>
    )
  }
  const { name, at, headers, cut } = event
  return (
    <section className="ui-panel console-event-detail" aria-label={t('detail', { name })}>
      <h2 className="console-name">
        <bdi>{name}</bdi> <time className="admin-dim">{moment(at)}</time>
      </h2>
      <dl className="admin-detail">
        {headers.map(([header, value], line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may stand twice
          <Fragment key={line}>
            <dt>{header}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
      {cut > 0 && <p className="admin-bad">{t('cut', { count: cut })}</p>}
      <CopyButton text={amiTextOf([event])} />
    </section>
  )
}
