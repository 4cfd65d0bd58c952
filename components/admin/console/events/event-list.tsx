'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import type { ConsoleEvent } from '@/lib/protocol/admin/console'

const ROW_PX = 30
const OVERSCAN = 10
/** Further down than this, whoever reads is not to be pushed on by what comes. */
const AWAY_PX = 2 * ROW_PX
/** Headers that tell events of one kind apart, the most telling first; as many as the line holds. */
const TELLING =
  /^(channel|destchannel|queue|membername|interface|exten|calleridnum|device|state|channelstatedesc|variable|value|application|appdata|cause-txt|peer|endpoint|uri|userevent)$/i

type EventListProps = {
  events: readonly ConsoleEvent[]
  chosen: number | null
  onChoose: (seq: number) => void
  onScrollAway: () => void
}

/** Only the rows in sight are in the document. Arrows walk; scrolled away from the newest, it stands still. */
export function EventList({ events, chosen, onChoose, onScrollAway }: EventListProps) {
  const t = useTranslations('console.events')
  const box = useRef<HTMLUListElement>(null)
  const rows = useVirtualizer({
    count: events.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => events[index]?.seq ?? index,
  })
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = events.findIndex(({ seq }) => seq === chosen)
    const next = events[Math.max(0, Math.min(events.length - 1, at + step))]
    if (next === undefined) return
    onChoose(next.seq)
    rows.scrollToIndex(at + step)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-seq="${next.seq}"]`)?.focus())
  }
  return (
    <ul
      className="console-event-list"
      ref={box}
      aria-label={t('list')}
      onKeyDown={walk}
      onScroll={(event) => event.currentTarget.scrollTop > AWAY_PX && onScrollAway()}
      style={{ '--rows-height': `${rows.getTotalSize()}px` } as CSSProperties}
    >
      <li aria-hidden="true" className="console-event-room" />
      {rows.getVirtualItems().map(({ index, start }) => {
        const event = events[index]
        if (event === undefined) return null
        return (
          <EventRow key={event.seq} event={event} isChosen={event.seq === chosen} start={start} onChoose={onChoose} />
        )
      })}
    </ul>
  )
}

type EventRowProps = { event: ConsoleEvent; isChosen: boolean; start: number; onChoose: (seq: number) => void }

function EventRow({ event: { seq, at, name, headers }, isChosen, start, onChoose }: EventRowProps) {
  const { timeWithSeconds } = useTimes()
  const told = headers.filter(([header, value]) => TELLING.test(header) && value !== '')
  return (
    <li style={{ transform: `translateY(${start}px)` }}>
      <button
        type="button"
        className="console-event"
        data-seq={seq}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(seq)}
      >
        <time>{timeWithSeconds(at)}</time>
        <b className="ui-cut">{name}</b>
        <bdi className="ui-cut">{told.map(([header, value]) => `${header}: ${value}`).join('  ')}</bdi>
      </button>
    </li>
  )
}
