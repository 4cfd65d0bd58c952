'use client'

import { createContext } from 'react'

/** How long after midnight the board's day begins, ms: there the axes of time have their days. */
export const BoardDayStart = createContext(0)
