'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { ReplayDay, ReplayMark } from '@/lib/protocol/replay'
import { kindOf } from './marks-list'
import type { Player } from './player/player'
import { usePlayerView } from './player/use-player'
import { useReplayTimes } from './times-context'
import { useMarkWords } from './use-mark-words'

const STEP_MS = 1_000

type TimelineProps = { player: Player; day: ReplayDay; marks: readonly ReplayMark[] }

/** The day from its first kept moment to its last: where one is, what is here already, what happened, what is missing. */
export function Timeline({ player, day, marks }: TimelineProps) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const second = usePlayerView(player, ({ at }) => Math.floor(at / STEP_MS))
  const at = Math.min(Math.max(second * STEP_MS, day.from), day.to)
  return (
    <div className="replay-timeline">
      <span className="replay-ends">{times.time(day.from)}</span>
      <div className="replay-track">
        <Buffered player={player} day={day} />
        <Past day={day} marks={marks} onGo={(moment) => void player.seek(moment)} />
        <input
          type="range"
          aria-label={t('moment')}
          aria-valuetext={times.moment(at)}
          title={t('keys')}
          min={day.from}
          max={day.to}
          step={STEP_MS}
          value={at}
          onChange={(event) => void player.seek(Number(event.target.value))}
        />
      </div>
      <span className="replay-ends">{times.time(day.to)}</span>
    </div>
  )
}

function Buffered({ player, day }: Pick<TimelineProps, 'player' | 'day'>) {
  const from = usePlayerView(player, ({ at }) => at)
  const to = usePlayerView(player, ({ bufferedTo }) => bufferedTo)
  const [left, right] = [shareOf(from, day), shareOf(Math.max(from, to), day)]
  return <span className="replay-buffered" style={{ insetInlineStart: percent(left), width: percent(right - left) }} />
}

type PastProps = { day: ReplayDay; marks: readonly ReplayMark[]; onGo: (at: number) => void }

/** For the eye and the mouse; for keys and ears there is the list of marks. */
const Past = memo(function Past({ day, marks, onGo }: PastProps) {
  const words = useMarkWords()
  const t = useTranslations('replay')
  const times = useReplayTimes()
  return (
    <div aria-hidden="true">
      {day.gaps.map(({ from, to, why }) => (
        <span
          key={from}
          className="replay-gap"
          title={t('gap', { why: t(`why.${why}`), from: times.seconds(from), to: times.seconds(to) })}
          style={{
            insetInlineStart: percent(shareOf(from, day)),
            width: percent(shareOf(to, day) - shareOf(from, day)),
          }}
        />
      ))}
      {marks.flatMap((mark, index) =>
        mark.kind === 'gap' || kindOf(mark) === 'calm' ? (
          []
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen at one moment.
            key={`${mark.at}-${index}`}
            type="button"
            tabIndex={-1}
            className="replay-tick"
            data-kind={kindOf(mark)}
            title={`${times.seconds(mark.at)} ${words(mark)}`}
            style={{ insetInlineStart: percent(shareOf(mark.at, day)) }}
            onClick={() => onGo(mark.at)}
          />
        ),
      )}
    </div>
  )
}, isSamePast)

/** The way to go changes with every render, and is always the same. */
function isSamePast(one: PastProps, other: PastProps): boolean {
  return one.day === other.day && one.marks === other.marks
}

function shareOf(at: number, { from, to }: ReplayDay): number {
  return to === from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))
}

function percent(share: number): string {
  return `${share * 100}%`
}
