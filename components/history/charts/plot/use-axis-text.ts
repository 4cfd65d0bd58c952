'use client'

import { useContext, useMemo } from 'react'
import { useLocale } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import { Zone } from '@/lib/domain/zone'
import type { Locale } from '@/lib/i18n/locale'
import { BoardDayStart } from './board-day-start'
import { DAY, isMidnight, ticksOf } from './ticks'

/** Round moments between two, as many as there is room for, what is written at each, and whether that is always a day. */
export type AxisText = (from: number, to: number, most: number) => { at: number[]; texts: string[]; isDays: boolean }

/** How an axis of time is labelled: hours by the clock of the zone, days where those of the board begin. */
export function useAxisText(timeZone: string): AxisText {
  const dayStartMs = useContext(BoardDayStart)
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  return useMemo(() => {
    const zone = new Zone(timeZone)
    const telling = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone, ...options })
    const clock = telling({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const day = telling({ day: 'numeric', month: 'short' })
    const year = telling({ day: 'numeric', month: 'short', year: '2-digit' })
    return (from, to, most) => {
      const { stepMs, at } = ticksOf(from, to, most, zone, dayStartMs)
      const isLong = to - from > 360 * DAY
      const tell = (moment: number) => {
        if (stepMs < DAY && !(isMidnight(moment, zone) && to - from > DAY)) return clock.format(moment)
        return (isLong ? year : day).format(moment)
      }
      return { at, texts: at.map(tell), isDays: stepMs >= DAY }
    }
  }, [tag, timeZone, dayStartMs])
}
