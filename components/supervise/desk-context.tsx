'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocale } from 'use-intl'
import { useLiveCache, useTicker } from '@/components/live/live-context'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { DeskStores } from './desk-stores'
import type { AgentRow } from './model/agent-row'
import type { CallRow } from './model/call-row'
import type { CallerRow } from './model/caller-row'
import { ChangeLog } from './model/change-log'
import { DeskBoard, type DeskHouse, type DeskPicture } from './model/desk-board'
import { DEFAULT_VIEW, type DeskView } from './model/desk-view'
import type { Moment } from './model/moment'

type DeskParts = { board: DeskBoard; stores: DeskStores; log: ChangeLog }

const DeskContext = createContext<DeskParts | null>(null)

type ViewContextValue = { view: DeskView; setView: (view: DeskView) => void; house: DeskHouse }
const ViewContext = createContext<ViewContextValue | null>(null)

type DeskProviderProps = {
  order: readonly string[]
  view: DeskView
  setView: (view: DeskView) => void
  children: ReactNode
}

/** Derives what the desk shows for everything below it. */
export function DeskProvider({ order, view, setView, children }: DeskProviderProps) {
  const cache = useLiveCache()
  const ticker = useTicker()
  const locale = useLocale()
  const house = useHouse()
  const [stores] = useState(() => new DeskStores())
  const parts = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const options = { cache, order, compare, now: () => ticker.pictureNow(), view: DEFAULT_VIEW, house: NO_HOUSE }
    return { board: new DeskBoard(options), log: new ChangeLog(cache), stores }
  }, [cache, ticker, locale, stores, order])
  useEffect(() => {
    const stops = [ticker.onTick(parts.board.tick), parts.board.start(), parts.log.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [parts, ticker])
  useEffect(() => parts.board.show(view, house), [parts, view, house])
  const shown = useMemo(() => ({ view, setView, house }), [view, setView, house])
  return (
    <DeskContext value={parts}>
      <ViewContext value={shown}>{children}</ViewContext>
    </DeskContext>
  )
}

const NO_HOUSE: DeskHouse = { queueGroups: {}, pauseLimits: new Map() }

function useHouse(): DeskHouse {
  const { queueGroups, pauseReasons } = useHouseSettings()
  return useMemo(() => {
    const limits = pauseReasons.filter(({ limitSeconds }) => limitSeconds !== null)
    const pauseLimits = new Map(
      limits.map(({ name, limitSeconds }) => [name.toLowerCase(), (limitSeconds ?? 0) * 1000]),
    )
    return { queueGroups, pauseLimits }
  }, [queueGroups, pauseReasons])
}

export function useDesk(): DeskParts {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('The parts of the desk need a DeskProvider above them.')
  return desk
}

export function useDeskView(): ViewContextValue {
  const shown = useContext(ViewContext)
  if (!shown) throw new Error('The parts of the desk need a DeskProvider above them.')
  return shown
}

/** A part of the picture; renders again only when that part has changed. */
export function usePicture<T>(select: (picture: DeskPicture) => T): T {
  const { board } = useDesk()
  const read = () => select(board.picture())
  return useSyncExternalStore(board.subscribe, read, read)
}

/** Where one is on the desk; `select` must give a primitive or a reference that the stores hold. */
export function useStores<T>(select: (desk: ReturnType<DeskStores['get']>) => T): T {
  const { stores } = useDesk()
  const read = () => select(stores.get())
  return useSyncExternalStore(stores.subscribe, read, read)
}

export function useAgentRow(id: string): AgentRow | undefined {
  const { board } = useDesk()
  return useSyncExternalStore(
    board.subscribe,
    () => board.agent(id),
    () => board.agent(id),
  )
}

export function useCallerRow(id: string): CallerRow | undefined {
  const { board } = useDesk()
  return useSyncExternalStore(
    board.subscribe,
    () => board.caller(id),
    () => board.caller(id),
  )
}

export function useCallRow(id: string): CallRow | undefined {
  const { board } = useDesk()
  return useSyncExternalStore(
    board.subscribe,
    () => board.call(id),
    () => board.call(id),
  )
}

export function useQueueView(id: string) {
  const { board } = useDesk()
  return useSyncExternalStore(
    board.subscribe,
    () => board.queue(id),
    () => board.queue(id),
  )
}

/** What this page saw happen to a record. */
export function useSeen(id: string): readonly Moment[] {
  const { log } = useDesk()
  return useSyncExternalStore(
    log.subscribe,
    () => log.of(id),
    () => log.of(id),
  )
}
