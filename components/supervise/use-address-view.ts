'use client'

import { useCallback, useEffect, useState } from 'react'
import { DEFAULT_VIEW, type DeskView, formatView, parseView, saysAnything } from './model/desk-view'

const KEY = 'callboard.supervise'
/** Letters typed into the search become one change of the address, after this many ms. */
const WRITE_MS = 250

/**
 * The view: what the address says, else what this browser showed last. Every change goes into both, so that the address
 * can be sent to somebody.
 */
export function useAddressView(search: string): { view: DeskView; setView: (view: DeskView) => void } {
  const [view, show] = useState(() => parseView(new URLSearchParams(search)))
  useEffect(() => {
    if (!saysAnything(new URLSearchParams(window.location.search))) show(parseView(new URLSearchParams(remembered())))
  }, [])
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    if (!changed) return
    const timer = setTimeout(() => write(view), WRITE_MS)
    return () => clearTimeout(timer)
  }, [view, changed])
  const setView = useCallback((next: DeskView) => {
    setChanged(true)
    show(next)
  }, [])
  return { view, setView }
}

function write(view: DeskView): void {
  const ours = formatView(view)
  const address = new URL(window.location.href)
  const all = new URLSearchParams(formatView(DEFAULT_VIEW))
  for (const [key, value] of address.searchParams)
    if (!saysAnything(new URLSearchParams({ [key]: value }))) all.append(key, value)
  for (const [key, value] of ours) all.set(key, value)
  address.search = all.toString()
  window.history.replaceState(window.history.state, '', address)
  try {
    localStorage.setItem(KEY, ours.toString())
  } catch {
    // Storage may be denied by the browser's settings: then the address alone remembers.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}
