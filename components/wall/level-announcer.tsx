'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AlarmLevel } from '@/lib/domain/alarm'
import { useBoard } from './board/use-board'
import { useReason } from './level-band'

/** Says a queue's change of level to those who listen: critical at once, everything else in turn. Never a timer. */
export function LevelAnnouncer() {
  const t = useTranslations('level')
  const reason = useReason()
  const board = useBoard()
  const polite = useRef<HTMLParagraphElement>(null)
  const assertive = useRef<HTMLParagraphElement>(null)
  const say = useRef<(id: string) => void>(() => {})
  say.current = (id) => {
    const view = board.queue(id)
    if (!view) return
    const { level, broken } = view.alarm
    const worst = broken[0]
    const queue = view.queue.label
    const region = level === 'critical' ? assertive.current : polite.current
    const text = worst ? t('announce', { queue, level: t(level), reason: reason(worst) }) : t('announceCalm', { queue })
    if (region) region.textContent = text
  }
  useEffect(() => {
    const known = new Map<string, AlarmLevel>()
    const look = (quietly: boolean) => {
      const { order } = board.picture()
      for (const id of order) {
        const level = board.queue(id)?.alarm.level
        if (level === undefined || known.get(id) === level) continue
        if (!quietly && known.has(id) && !(level === 'closed')) say.current(id)
        known.set(id, level)
      }
    }
    look(true)
    return board.subscribe(() => look(false))
  }, [board])
  return (
    <div className="sr-only">
      <p ref={polite} aria-live="polite" />
      <p ref={assertive} aria-live="assertive" />
    </div>
  )
}
