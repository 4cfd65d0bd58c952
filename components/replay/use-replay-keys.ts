'use client'

import { useEffect } from 'react'
import type { ReplayDay } from '@/lib/protocol/replay'
import type { Player } from './player/player'

const MINUTE_MS = 60_000
const FAR = 10

/**
 * Keys of the page: space plays, arrows move by a minute (with Shift by ten), Home and End go to both ends of the day, N
 * and P from mark to mark. Where something is written, chosen or pressed, keys are its own.
 */
export function useReplayKeys(player: Player, day: ReplayDay, walk: (way: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (hasKeysOfItsOwn(event)) return
      const move = doingOf(event, { player, day, walk })
      if (move === undefined) return
      event.preventDefault()
      move()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [player, day, walk])
}

type Around = { player: Player; day: ReplayDay; walk: (way: 1 | -1) => void }

function doingOf({ key, shiftKey }: KeyboardEvent, { player, day, walk }: Around): (() => void) | undefined {
  const by = MINUTE_MS * (shiftKey ? FAR : 1)
  const goTo = (at: number) => () => void player.seek(Math.min(Math.max(at, day.from), day.to))
  const { at, playing } = player.view
  switch (key) {
    case ' ':
      return () => (playing ? player.pause() : player.play())
    case 'ArrowLeft':
    case 'ArrowDown':
      return goTo(at - by)
    case 'ArrowRight':
    case 'ArrowUp':
      return goTo(at + by)
    case 'Home':
      return goTo(day.from)
    case 'End':
      return goTo(day.to)
    case 'n':
    case 'N':
      return () => walk(1)
    case 'p':
    case 'P':
      return () => walk(-1)
    default:
      return undefined
  }
}

function hasKeysOfItsOwn({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('select, textarea, input:not([type="range"])')) return true
  return key === ' ' && target.closest('button, a') !== null
}
