'use client'

import { useTranslations } from 'use-intl'
import type { ReplayDay } from '@/lib/protocol/replay'
import type { Player } from './player/player'
import { useReplayTimes } from './times-context'

type DayChoiceProps = { player: Player; day: ReplayDay; days: readonly ReplayDay[] }

/** Another day at the same time, as near as there is something of it. */
export function DayChoice({ player, day, days }: DayChoiceProps) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const choose = (name: string) => {
    const chosen = days.find((one) => one.day === name)
    if (!chosen) return
    const same = chosen.startsAt + (player.view.at - day.startsAt)
    void player.seek(Math.min(Math.max(same, chosen.from), chosen.to))
  }
  return (
    <select aria-label={t('day')} value={day.day} onChange={(event) => choose(event.target.value)}>
      {days.map(({ day: name, startsAt, bytes }) => (
        <option key={name} value={name}>
          {t('dayOf', {
            day: times.day(startsAt),
            size: t('size', { megabytes: Math.max(0.1, Math.round(bytes / 1e5) / 10) }),
          })}
        </option>
      ))}
    </select>
  )
}
