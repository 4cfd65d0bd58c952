'use client'

import { createContext, useContext } from 'react'
import type { Times } from './times'

export const TimesContext = createContext<Times | null>(null)

/** How this page tells moments. */
export function useReplayTimes(): Times {
  const times = useContext(TimesContext)
  if (!times) throw new Error('The parts of a replay need a TimesContext above them.')
  return times
}
