'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { ReplayDay, ReplayDays, ReplayMarks } from '@/lib/protocol/replay'
import { DayChoice } from './day-choice'
import { MarksList } from './marks-list'
import { type Player, SPEEDS } from './player/player'
import { usePlayerView } from './player/use-player'
import { ShareButton } from './share-button'
import { Timeline } from './timeline'
import { useReplayTimes } from './times-context'
import { useAddress } from './use-address'
import { useReplayKeys } from './use-replay-keys'
import { nextMark } from './walk'

type ReplayBarProps = { player: Player; day: ReplayDay; days: ReplayDays; marks: ReplayMarks | null }

/** The way through the day: play, speed, the line of time with what happened on it. */
export function ReplayBar({ player, day, days, marks }: ReplayBarProps) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const [listed, setListed] = useState(false)
  const second = usePlayerView(player, ({ at }) => Math.floor(at / 1000))
  const all = marks?.marks ?? []
  const walk = (way: 1 | -1) => {
    const mark = nextMark(all, player.view.at, way)
    if (mark) void player.seek(mark.at)
  }
  useAddress(player)
  useReplayKeys(player, day, walk)
  return (
    <section className="replay-bar" aria-label={t('controls')}>
      {listed && <MarksList player={player} marks={marks} onClose={() => setListed(false)} />}
      <Timeline player={player} day={day} marks={all} />
      <div className="replay-tools">
        <PlayButton player={player} />
        <time className="replay-time" aria-live="off">
          {times.seconds(second * 1000)}
        </time>
        <Speeds player={player} />
        <button type="button" aria-label={t('previousMark')} disabled={all.length === 0} onClick={() => walk(-1)}>
          <Icon name="chevronLeft" />
        </button>
        <button type="button" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {t('marks', { count: all.length })}
        </button>
        <button type="button" aria-label={t('nextMark')} disabled={all.length === 0} onClick={() => walk(1)}>
          <Icon name="chevronRight" />
        </button>
        <Said player={player} days={days} />
        <DayChoice player={player} day={day} days={days.days} />
        <ShareButton player={player} />
      </div>
    </section>
  )
}

function PlayButton({ player }: { player: Player }) {
  const t = useTranslations('replay')
  const playing = usePlayerView(player, (view) => view.playing)
  return (
    <button type="button" className="replay-play" onClick={() => (playing ? player.pause() : player.play())}>
      <Icon name={playing ? 'pause' : 'play'} />
      {t(playing ? 'pause' : 'play')}
    </button>
  )
}

function Speeds({ player }: { player: Player }) {
  const t = useTranslations('replay')
  const chosen = usePlayerView(player, (view) => view.speed)
  return (
    <fieldset className="replay-speeds">
      <legend>{t('speed')}</legend>
      {SPEEDS.map((speed) => (
        <button key={speed} type="button" aria-pressed={speed === chosen} onClick={() => player.setSpeed(speed)}>
          {t('times', { speed })}
        </button>
      ))}
    </fieldset>
  )
}

/** What is to be known of playing, heard as well as seen. */
function Said({ player, days: { failingSince } }: Pick<ReplayBarProps, 'player' | 'days'>) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const waits = usePlayerView(player, ({ waiting, playing }) => waiting && playing)
  const ended = usePlayerView(player, (view) => view.ended)
  const text = ended
    ? t('ended')
    : waits
      ? t('waiting')
      : failingSince !== null
        ? t('notWritten', { time: times.time(failingSince) })
        : ''
  return (
    <p className="replay-said" role="status">
      {text}
    </p>
  )
}
