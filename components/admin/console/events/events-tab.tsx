'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { saveFile } from '../save-file'
import { EventDetail } from './event-detail'
import { amiTextOf, ndjsonOf } from './event-files'
import { EventFilters } from './event-filters'
import { EventList } from './event-list'
import { EventTail, type TailFilter, type TailView } from './event-tail'
import { TypeList } from './type-list'

const ALL: TailFilter = { types: [], channel: '', queue: '', text: '' }

/** Events of the PBX as they come. */
export function EventsTab({ pbx }: { pbx: string }) {
  const [tail] = useState(() => new EventTail(ALL))
  const [filter, setFilter] = useState(ALL)
  const [chosen, setChosen] = useState<number | null>(null)
  const view = useSyncExternalStore(tail.subscribe, tail.get, tail.get)
  useEffect(() => {
    tail.open()
    return () => tail.close()
  }, [tail])
  const change = (next: TailFilter) => {
    setFilter(next)
    tail.setFilter(next)
  }
  const isFiltered = filter.types.length > 0 || [filter.channel, filter.queue, filter.text].some((text) => text !== '')
  return (
    <div className="console-events">
      <EventTools tail={tail} view={view} pbx={pbx} />
      <EventFilters filter={filter} onChange={change} />
      <TypeList tail={tail} chosen={filter.types} onChange={(types) => change({ ...filter, types })} />
      <EventRows view={view} tail={tail} isFiltered={isFiltered} chosen={chosen} onChoose={setChosen} />
      <EventDetail event={view.events.find(({ seq }) => seq === chosen) ?? null} />
    </div>
  )
}

type EventRowsProps = {
  view: TailView
  tail: EventTail
  isFiltered: boolean
  chosen: number | null
  onChoose: (seq: number) => void
}

function EventRows({ view, tail, isFiltered, chosen, onChoose }: EventRowsProps) {
  const t = useTranslations('console.events')
  return (
    <section className="ui-panel console-event-rows">
      {view.lost > 0 && (
        <p className="admin-note" data-look="warn">
          <Icon name="warning" />
          {t('lost', { count: view.lost })}
        </p>
      )}
      {view.events.length === 0 ? (
        <Empty icon="activity" title={t(isFiltered ? 'noneMatch' : 'none')} hint={t('noneHint')} />
      ) : (
        <EventList events={view.events} chosen={chosen} onChoose={onChoose} onScrollAway={() => tail.pause()} />
      )}
      {view.dropped > 0 && <p className="admin-dim">{t('dropped', { count: view.dropped })}</p>}
    </section>
  )
}

/** How the stream stands; pause, clear, files. */
function EventTools({ tail, view, pbx }: { tail: EventTail; view: TailView; pbx: string }) {
  const t = useTranslations('console.events')
  const { isPaused, missed, events } = view
  return (
    <div className="console-tools">
      <StreamSign view={view} pbx={pbx} />
      <Button
        size="sm"
        icon={isPaused ? 'play' : 'pause'}
        pressed={isPaused}
        onClick={() => (isPaused ? tail.resume() : tail.pause())}
      >
        {t(isPaused ? 'resume' : 'pause')}
      </Button>
      {isPaused && (
        <span role="status" className="console-paused">
          {t('missed', { count: missed })}
        </span>
      )}
      <span className="ui-end" />
      <Button size="sm" icon="trash" onClick={() => tail.clear()}>
        {t('clear')}
      </Button>
      <Button
        size="sm"
        icon="download"
        onClick={() => saveFile('events.ndjson', ndjsonOf(events), 'application/x-ndjson')}
      >
        {t('save', { format: 'NDJSON' })}
      </Button>
      <Button size="sm" icon="download" onClick={() => saveFile('events.txt', amiTextOf(events))}>
        {t('save', { format: 'TXT' })}
      </Button>
    </div>
  )
}

function StreamSign({ view: { state, why, isPaused }, pbx }: { view: TailView; pbx: string }) {
  const t = useTranslations('console')
  const isLive = state === 'ready'
  const words = () => {
    if (isLive) return t(isPaused ? 'events.paused' : 'events.live')
    if (state === 'noServer') return t('events.noServer')
    if (state === 'notPermitted') return t('problem.notPermitted')
    return t(`state.${state}`, { pbx })
  }
  return (
    <p className="console-session" role="status" data-bad={isLive || state === 'connecting' ? undefined : ''}>
      <Icon
        name={isLive ? (isPaused ? 'paused' : 'live') : 'warning'}
        className={isLive && !isPaused ? 'admin-good' : ''}
      />
      {words()}
      {why && <bdi className="admin-dim">{why}</bdi>}
    </p>
  )
}
