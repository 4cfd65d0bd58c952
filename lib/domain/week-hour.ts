import type { Zone } from './zone'

/** An hour of the week, by the clock on the wall: Monday is 1, Sunday 7. */
export type WeekHour = { weekday: number; hour: number }

/** In which hour of the week a moment lies; the hour that autumn has twice is one. */
export function weekHourAt(at: number, zone: Zone): WeekHour {
  const shown = new Date(at + zone.offset(at))
  return { weekday: shown.getUTCDay() || 7, hour: shown.getUTCHours() }
}

/** `3|14` for Wednesday at 14. */
export function weekHourKey({ weekday, hour }: WeekHour): string {
  return `${weekday}|${hour}`
}

/** `null`: no such hour. */
export function weekHourOf(key: string): WeekHour | null {
  if (!/^[1-7]\|(1?\d|2[0-3])$/.test(key)) return null
  const [weekday = 0, hour = 0] = key.split('|').map(Number)
  return { weekday, hour }
}
