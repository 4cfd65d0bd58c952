'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** How large a chart on paper is, CSS px: A4 and US Letter upright both have room for it. */
export const PAPER_WIDTH = 672
export const PAPER_HEIGHT = 280

/** True while the page is printed: nobody can scroll or press "more" on paper, and what is drawn is not measured anew for it. */
export function usePrinted(): boolean {
  const [printed, setPrinted] = useState(false)
  useEffect(() => {
    const set = (value: boolean) => () => flushSync(() => setPrinted(value))
    const [begin, end] = [set(true), set(false)]
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printed
}
