'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useLocale } from 'use-intl'
import type { BoardSettings } from './board-settings'
import { ClockText } from './clock-text'

type WallSettings = { settings: BoardSettings; clock: ClockText }

const WallSettingsContext = createContext<WallSettings | null>(null)

/** The board's own settings, and how it tells the time, for everything on the wall. */
export function WallSettingsProvider({ settings, children }: { settings: BoardSettings; children: ReactNode }) {
  const locale = useLocale()
  const value = useMemo(() => ({ settings, clock: new ClockText(locale, settings.timeZone) }), [settings, locale])
  return <WallSettingsContext value={value}>{children}</WallSettingsContext>
}

export function useWallSettings(): WallSettings {
  const value = useContext(WallSettingsContext)
  if (!value) throw new Error('The parts of a wall need WallSettingsProvider above them.')
  return value
}
