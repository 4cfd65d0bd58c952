'use client'

import { useMemo } from 'react'
import { useTimeZone } from 'use-intl'
import { useAddressState } from '@/components/session/use-address-state'
import type { Asked } from './asked'
import { type HistoryView, historyForm, type Opened } from './history-view'
import { BoardDays, type TimeSpan } from './range/board-days'
import { movedBy, namedAgain, resolved } from './range/span'
import { useNow } from './range/use-now'

/** What the page shows, and what it asks for that. */
export type HistoryState = {
  view: HistoryView
  setView: (view: HistoryView) => void
  now: number
  days: BoardDays
  /** The view's span, from when to when. */
  times: TimeSpan
  asked: Asked
  /** To the span before (-1) or after (1); nothing comes after what is not over. */
  move: (direction: 1 | -1) => void
}

/** @param dayStartMs how long after midnight the board's day begins */
export function useHistoryView(search: string, dayStartMs: number): HistoryState {
  const timeZone = useTimeZone() ?? 'UTC'
  const days = useMemo(() => new BoardDays(timeZone, dayStartMs), [timeZone, dayStartMs])
  const form = useMemo(() => historyForm(days.zone), [days])
  const { view, setView } = useAddressState(search, form)
  const now = useNow()
  const { span, queues, agent } = view
  const times = resolved(span, now, days)
  const asked = { span: 'window' in span ? span : times, queues, agent }
  const move = (direction: 1 | -1) => {
    if (direction === 1 && times.to >= now) return
    setView({ ...view, span: namedAgain(movedBy(direction, times, days), now, days), ...within(view) })
  }
  return { view, setView, now, days, times, asked, move }
}

/** What was opened of one piece of the time is not in another span. */
function within({ opened, listed }: HistoryView): Pick<HistoryView, 'opened' | 'listed'> {
  const kept = <O extends Pick<Opened, 'of'>>(one: O | null) =>
    one?.of && 'from' in one.of ? { ...one, of: null } : one
  return { opened: kept(opened), listed: kept(listed) }
}
