'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/components/session/use-format'
import { useTimes } from '@/components/session/use-times'

const DAY = 86_400
const HOUR = 3_600

/** Figures of a PBX in words. */
export function usePbxWords() {
  const t = useTranslations('admin.pbx')
  const format = useFormat()
  const { day, time, timeWithSeconds } = useTimes()
  return {
    duration(ms: number): string {
      const seconds = Math.max(0, Math.floor(ms / 1000))
      const hours = Math.floor(seconds / HOUR)
      if (seconds >= DAY) return t('duration.days', { days: `${Math.floor(seconds / DAY)}`, hours: `${hours % 24}` })
      if (seconds >= HOUR)
        return t('duration.hours', { hours: `${hours}`, minutes: `${Math.floor(seconds / 60) % 60}` })
      if (seconds >= 60) return t('duration.minutes', { minutes: `${Math.floor(seconds / 60)}` })
      return t('duration.seconds', { seconds: `${seconds}` })
    },
    rate: (perSecond: number) => format.number(perSecond, { maximumFractionDigits: perSecond < 10 ? 2 : 0 }),
    /** With one digit behind the point below ten. */
    bytesPerSecond(bytes: number): string {
      const [unit, value] =
        bytes >= 1e6
          ? (['mb', bytes / 1e6] as const)
          : bytes >= 1e3
            ? (['kb', bytes / 1e3] as const)
            : (['b', bytes] as const)
      return t(`bytes.${unit}`, {
        value: format.number(value, { maximumFractionDigits: unit !== 'b' && value < 10 ? 1 : 0 }),
      })
    },
    share: (part: number, whole: number) =>
      format.number(whole > 0 ? part / whole : 0, {
        style: 'percent',
        maximumFractionDigits: part < 0.1 * whole ? 1 : 0,
      }),
    ms: (value: number) =>
      value < 1
        ? t('underMs')
        : t('ms', { value: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) }),
    /** Today's moments without their day. */
    moment(at: number, seconds = false): string {
      const clock = seconds ? timeWithSeconds(at) : time(at)
      return day(at) === day(Date.now()) ? clock : `${day(at)}, ${clock}`
    },
  }
}
