'use client'

import { useFormatter } from 'use-intl'

/** Date and time of a moment, in ms since 1970; a dash for none. */
export function useMomentText(seconds = false): (at: number | null) => string {
  const format = useFormatter()
  return (at) => {
    if (at === null) return '–'
    const clock = { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' as const } : {}) } as const
    return format.dateTime(at, { year: 'numeric', month: '2-digit', day: '2-digit', ...clock })
  }
}
