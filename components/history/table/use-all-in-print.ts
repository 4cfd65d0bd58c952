'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is printed: nobody can press "more" on paper. */
export function useAllInPrint(): boolean {
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
