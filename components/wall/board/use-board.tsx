'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLocale } from 'use-intl'
import { useLiveCache, useTicker } from '@/components/live/live-context'
import type { KpiWindow } from '@/lib/domain/kpi'
import type { QueueView } from './queue-view'
import { WallBoard, type WallPicture } from './wall-board'

const BoardContext = createContext<WallBoard | null>(null)

type BoardProviderProps = {
  /** Queues to show, `null` for all, and those that then come first. Keep the arrays' identity. */
  names: readonly string[] | null
  order: readonly string[]
  /** Of which time figures are. */
  window: KpiWindow
  children: ReactNode
}

/** Derives the wall's picture for everything below it. */
export function BoardProvider({ names, order, window, children }: BoardProviderProps) {
  const cache = useLiveCache()
  const ticker = useTicker()
  const locale = useLocale()
  const board = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return new WallBoard({ cache, names, order, window, compare, now: () => ticker.pictureNow() })
  }, [cache, ticker, names, order, window, locale])
  useEffect(() => {
    const stopTicks = ticker.onTick(board.tick)
    const stopWatching = board.start()
    return () => {
      stopTicks()
      stopWatching()
    }
  }, [board, ticker])
  return <BoardContext value={board}>{children}</BoardContext>
}

/** A part of the picture; renders again only when that part has changed. */
export function usePicture<T>(select: (picture: WallPicture) => T): T {
  const board = useBoard()
  const read = () => select(board.picture())
  return useSyncExternalStore(board.subscribe, read, read)
}

/** What shows of one queue; renders again only when this queue has changed. */
export function useQueueView(id: string): QueueView | undefined {
  const board = useBoard()
  const read = () => board.queue(id)
  return useSyncExternalStore(board.subscribe, read, read)
}

/** Of which time the figures on the wall are. */
export function useQueueWindow(): KpiWindow {
  return useBoard().window
}

/** The board itself, for those who follow it without rendering. */
export function useBoard(): WallBoard {
  const board = useContext(BoardContext)
  if (!board) throw new Error('The parts of a wall need a BoardProvider above them.')
  return board
}
