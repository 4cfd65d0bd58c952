'use client'

import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { TAG_OF_LOCALE } from '@/components/session/use-times'
import type { Locale } from '@/lib/i18n/locale'
import { twinOf } from '../../twin'
import { DAY } from '../plot/ticks'
import type { TimeStep } from './step'

type Span = { from: number; to: number }
type Titled = Span & { label: string }

/** Of which time something is: `11:30–12:00`, with its day where there are several, or a day alone. The hour that comes twice says which it is. */
export function useBarTitle(timeZone: string, whole: Span, step: TimeStep): (bar: Titled) => string {
  const tag = TAG_OF_LOCALE[useLocale() as Locale]
  const isLong = whole.to - whole.from > DAY * 1.1
  return useMemo(() => {
    const telling = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone, ...options })
    const clock = telling({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const day = telling({ weekday: 'short', day: 'numeric', month: 'short' })
    return ({ from, to, label }) => {
      if (step === 'day') return day.format(from)
      const times = `${clock.format(from)}–${clock.format(to)}${twinOf(label)}`
      return isLong ? `${day.format(from)}, ${times}` : times
    }
  }, [tag, timeZone, isLong, step])
}
