'use client'

import { type CSSProperties, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { EventFigures, EventRate, PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { ScrollBox } from '../scroll-box'
import { Code } from './rights-panel'
import { usePbxWords } from './use-pbx-words'

const FEW = 10

/** What the PBX sends, by name, and what of it could be spared. */
export function EventsPanel({ status: { events, filter } }: { status: PbxStatus }) {
  const t = useTranslations('admin.pbx')
  const { duration } = usePbxWords()
  const [all, setAll] = useState(false)
  const shown = all ? events.types : events.types.slice(0, FEW)
  return (
    <section className="ui-panel">
      <header>
        <h2>{t('events.title')}</h2>
        {events.seconds > 0 && (
          <span className="pbx-count">{t('lastMinutes', { duration: duration(events.seconds * 1000) })}</span>
        )}
      </header>
      <div className="admin-body">
        {events.types.length === 0 ? (
          <p className="pbx-calm">{t('events.nothing')}</p>
        ) : (
          <ScrollBox label={t('events.title')}>
            <EventTable types={shown} events={events} />
          </ScrollBox>
        )}
        {events.types.length > FEW && (
          <Button size="sm" className="pbx-start" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('events.less') : t('events.more', { count: `${events.types.length}` })}
          </Button>
        )}
        <Advice filter={filter} isKnown={events.types.length > 0} />
      </div>
    </section>
  )
}

function EventTable({ types, events }: { types: readonly EventRate[]; events: EventFigures }) {
  const t = useTranslations('admin.pbx.events')
  const { rate } = usePbxWords()
  const { listed } = events
  const bytes = events.bytesPerSecond + listed.bytesPerSecond
  return (
    <table className="ui-table pbx-events">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="r">
            {t('rate')}
          </th>
          <th scope="col" className="r">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {types.map(({ name, perSecond, bytesPerSecond, used }) => (
          <tr key={name}>
            <td>
              <bdi>{name}</bdi> {!used && <span className="admin-dim">{t('unused')}</span>}
            </td>
            <td className="r">{rate(perSecond)}</td>
            <Share part={bytesPerSecond} whole={bytes} />
          </tr>
        ))}
        <tr>
          <td className="admin-dim">{t('listed')}</td>
          <td className="r">{rate(listed.perSecond)}</td>
          <Share part={listed.bytesPerSecond} whole={bytes} />
        </tr>
      </tbody>
    </table>
  )
}

function Share({ part, whole }: { part: number; whole: number }) {
  const { share } = usePbxWords()
  return (
    <td className="r">
      <span className="pbx-share" style={{ '--share': whole > 0 ? part / whole : 0 } as CSSProperties}>
        {share(part, whole)}
      </span>
    </td>
  )
}

function Advice({ filter, isKnown }: { filter: PbxStatus['filter']; isKnown: boolean }) {
  const t = useTranslations('admin.pbx.filter')
  const { share } = usePbxWords()
  if (filter === null) return isKnown ? <p className="pbx-calm">{t('none')}</p> : null
  return (
    <div className="admin-set pbx-advice">
      <h3>{t('title')}</h3>
      <p>{t('about', { share: share(filter.spares, 1) })}</p>
      <Code lines={filter.lines} />
      <p className="admin-note pbx-warning" data-look="warn">
        <Icon name="warning" />
        <span>{t('warning')}</span>
      </p>
    </div>
  )
}
