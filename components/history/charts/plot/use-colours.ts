'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Colours, coloursOf } from './colours'

/** The colours of the page's theme as it changes; those of the light theme while the page is printed, for paper is white. */
export function useColours(): Colours | null {
  const [colours, setColours] = useState<Colours | null>(null)
  useEffect(() => {
    const page = document.documentElement
    const read = () => setColours(coloursOf(page))
    const onPaper = () => flushSync(() => setColours(lightColours()))
    read()
    const observer = new MutationObserver(read)
    observer.observe(page, { attributes: true, attributeFilter: ['data-theme', 'class'] })
    window.addEventListener('beforeprint', onPaper)
    window.addEventListener('afterprint', read)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', onPaper)
      window.removeEventListener('afterprint', read)
    }
  }, [])
  return colours
}

function lightColours(): Colours {
  const probe = document.createElement('div')
  probe.dataset.theme = 'light'
  document.body.append(probe)
  const colours = coloursOf(probe)
  probe.remove()
  return colours
}
