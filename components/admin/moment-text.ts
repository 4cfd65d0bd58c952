'use client'

import { useTimes } from '@/components/session/use-times'

/** Date and time of a moment, in ms since 1970; a dash for none. */
export function useMomentText(seconds = false): (at: number | null) => string {
  const { day, dayAndTime, timeWithSeconds } = useTimes()
  return (at) => {
    if (at === null) return '–'
    return seconds ? `${day(at)}, ${timeWithSeconds(at)}` : dayAndTime(at)
  }
}
