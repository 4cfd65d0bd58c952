'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocale } from 'use-intl'
import { usePeople } from '@/components/dial/use-people'
import { useLiveCache } from '@/components/live/live-context'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { useViewer } from '@/components/session/viewer'
import type { PhoneRow } from './model/phone-row'
import { PhonesBoard, type PhonesHouse, type PhonesPicture } from './model/phones-board'
import { type PhonesView, USUAL_VIEW } from './model/phones-view'
import { PhonesStores } from './phones-stores'
import { onStars, starred, starredNowhere } from './stars'

type Parts = {
  board: PhonesBoard
  stores: PhonesStores
  view: PhonesView
  setView: (view: PhonesView) => void
  house: PhonesHouse
}

const PhonesContext = createContext<Parts | null>(null)

type PhonesProviderProps = { view: PhonesView; setView: (view: PhonesView) => void; children: ReactNode }

/** Derives what the page shows for everything below it. */
export function PhonesProvider({ view, setView, children }: PhonesProviderProps) {
  const cache = useLiveCache()
  const locale = useLocale()
  const house = useHouse()
  const [stores] = useState(() => new PhonesStores())
  const board = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return new PhonesBoard({ cache, compare }, USUAL_VIEW)
  }, [cache, locale])
  useEffect(() => board.start(), [board])
  useEffect(() => board.show(view, house), [board, view, house])
  const parts = useMemo(() => ({ board, stores, view, setView, house }), [board, stores, view, setView, house])
  return <PhonesContext value={parts}>{children}</PhonesContext>
}

function useHouse(): PhonesHouse {
  const people = usePeople()
  const { phones: own } = useViewer()
  const { queueGroups } = useHouseSettings()
  const stars = useSyncExternalStore(onStars, starred, starredNowhere)
  return useMemo(() => ({ people, own, queueGroups, starred: stars }), [people, own, queueGroups, stars])
}

export function usePhones(): Parts {
  const parts = useContext(PhonesContext)
  if (!parts) throw new Error('The parts of the page need a PhonesProvider above them.')
  return parts
}

/** A part of the picture; renders again only when that part has changed. */
export function usePicture<T>(select: (picture: PhonesPicture) => T): T {
  const { board } = usePhones()
  const read = () => select(board.picture())
  return useSyncExternalStore(board.subscribe, read, read)
}

/** Where one is on the page; `select` must give a primitive or a reference that the stores hold. */
export function useStores<T>(select: (state: ReturnType<PhonesStores['get']>) => T): T {
  const { stores } = usePhones()
  const read = () => select(stores.get())
  return useSyncExternalStore(stores.subscribe, read, read)
}

export function usePhoneRow(id: string): PhoneRow | undefined {
  const { board } = usePhones()
  const read = () => board.row(id)
  return useSyncExternalStore(board.subscribe, read, read)
}
