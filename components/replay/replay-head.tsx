'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { Player } from './player/player'
import { usePlayerView } from './player/use-player'
import { useReplayTimes } from './times-context'

/** Says unmistakably that this is no live wall, and of when it is. */
export function ReplayHead({ player }: { player: Player | null }) {
  const t = useTranslations('replay')
  return (
    // The wall has a banner of its own.
    <section className="replay-head" aria-label={t('title')}>
      <h1>
        <Icon name="again" />
        {t('title')}
      </h1>
      {player && <Moment player={player} />}
      <nav>
        <a href="/history">{t('figures')}</a>
        <a href="/wall">{t('wall')}</a>
      </nav>
    </section>
  )
}

function Moment({ player }: { player: Player }) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const second = usePlayerView(player, ({ at }) => Math.floor(at / 1000))
  return <p aria-live="off">{t('notLive', { time: times.moment(second * 1000) })}</p>
}
