'use client'

import { useEffect, useState } from 'react'
import { useMay } from '@/components/session/viewer'
import { parseExplained, withExplained } from './explain-address'
import { explainStore } from './explain-store'

/** Opens the figure that the page's address names, for those who may, and names there the one that is open, so that it can be sent to somebody. */
export function useExplainAddress(search: string): void {
  const mayOpen = useMay('history.see')
  const [asked] = useState(() => parseExplained(new URLSearchParams(search)))
  useEffect(() => {
    if (asked && mayOpen) explainStore.set(asked)
  }, [asked, mayOpen])
  useEffect(() => {
    const stop = explainStore.subscribe(() => {
      const address = new URL(window.location.href)
      address.search = withExplained(address.search, explainStore.get())
      if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address)
    })
    return () => {
      stop()
      explainStore.set(null)
    }
  }, [])
}
