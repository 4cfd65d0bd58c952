'use client'

import { useTranslations } from 'use-intl'
import type { ReplayDays, ReplayGap } from '@/lib/protocol/replay'
import type { Player } from './player/player'
import { usePlayerView } from './player/use-player'
import { Note } from './replay-note'
import { useReplayTimes } from './times-context'

type UnseenProps = { player: Player; days: ReplayDays; gaps: readonly ReplayGap[] }

/** Why there is nothing to be seen of a moment, and the way to the next one of which there is. */
export function Unseen({ player, days, gaps }: UnseenProps) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const state = usePlayerView(player, (view) => view.state)
  const found = usePlayerView(player, ({ at }) => gaps.findIndex(({ from, to }) => from <= at && at < to))
  const gap = gaps[found]
  if (state === 'gap') {
    const hint = gap && t('gap', { why: t(`why.${gap.why}`), from: times.seconds(gap.from), to: times.seconds(gap.to) })
    return (
      <Note icon="lost" title={t('nothingSeen')} hint={hint ?? t('why.lost')}>
        {gap && (
          <button type="button" onClick={() => void player.seek(gap.to)}>
            {t('toGapEnd', { time: times.seconds(gap.to) })}
          </button>
        )}
      </Note>
    )
  }
  const [from, to] = [days.days[0]?.from ?? 0, days.days.at(-1)?.to ?? 0]
  const nearest = Math.min(Math.max(player.view.at, from), to)
  return (
    <Note
      icon="closed"
      title={t('notKept')}
      hint={t('notKeptHint', { from: times.moment(from), to: times.moment(to) })}
    >
      <button type="button" onClick={() => void player.seek(nearest)}>
        {t('toFirst')}
      </button>
    </Note>
  )
}
