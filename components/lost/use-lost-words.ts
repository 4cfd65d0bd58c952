'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { formatDuration } from '@/lib/i18n/duration'
import type { LostCallerView } from '@/lib/protocol/lost'
import { ageOf } from './age'

/** What is said of a lost caller. */
export function useLostWords() {
  const t = useTranslations('lost')
  const times = useTimes()
  /** `null`: of today. */
  const dayOf = (at: number, now: number) => (times.day(at) === times.day(now) ? null : times.shortDay(at))
  const moment = (at: number, now: number) => [dayOf(at, now), times.time(at)].filter(Boolean).join(', ')
  return {
    moment,
    dayOf,
    time: times.time,
    who: ({ name, number }: Pick<LostCallerView, 'name' | 'number'>) => name ?? number ?? t('withheld'),
    /** Queue, and how it ended after what wait. */
    how({ queue, ending, waitMs }: LostCallerView) {
      const ended = t(`ended.${ending}`)
      const after = waitMs === null ? ended : t('endedAfter', { ended, time: formatDuration(waitMs) })
      return `${queue ?? t('unknownQueue')}, ${after}`
    },
    age(since: number, now: number) {
      const { unit, count } = ageOf(now - since)
      return unit === 'moment' ? t('age.moment') : t(`age.${unit}`, { count })
    },
    closed: ({ how, at, by }: NonNullable<LostCallerView['closed']>, now: number) =>
      t(by === null ? `closedBy.${how}` : `closed.${how}`, { time: moment(at, now), who: by ?? '' }),
    tried(tries: LostCallerView['tries'], now: number) {
      const last = tries.at(-1)
      if (last === undefined) return null
      return t('tried', { count: tries.length, time: moment(last.at, now), who: last.by ?? t('somebody') })
    },
    claimed: ({ by, isOwn, at }: NonNullable<LostCallerView['claim']>, now: number) =>
      isOwn
        ? t('claimedByMe', { time: moment(at, now) })
        : t('claimedBy', { who: by ?? t('somebody'), time: moment(at, now) }),
  }
}
