'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'
import { BEGINNING } from '@/lib/domain/gap'
import type { LostList } from '@/lib/protocol/lost'
import { useLostWords } from './use-lost-words'

/** A talk that nobody saw closes nothing: says when that may have been, as far as it concerns who is shown. */
export function LostGaps({ list: { gaps, items, now } }: { list: LostList }) {
  const t = useTranslations('lost')
  const { dayOf } = useLostWords()
  const { time, timeWithSeconds } = useTimes()
  const open = items.filter(({ closed }) => closed === null)
  const first = Math.min(...open.map(({ at }) => at))
  const unseen = gaps.filter(({ from, to }) => from !== BEGINNING && to > first)
  const last = unseen.at(-1)
  if (last === undefined) return null
  const isOneDay = dayOf(last.from, now) === dayOf(last.to, now)
  // By minutes alone, what is shorter would begin when it ends.
  const clock = last.to - last.from < 60_000 ? timeWithSeconds : time
  const moment = (at: number) => [dayOf(at, now), clock(at)].filter(Boolean).join(', ')
  const times = { from: moment(last.from), to: isOneDay ? clock(last.to) : moment(last.to) }
  return (
    <p className="lost-notice">
      <Icon name="warning" />
      <span>{unseen.length === 1 ? t('gap', times) : t('gaps', { count: unseen.length, ...times })}</span>
    </p>
  )
}
