'use client'

import { useCallback, useEffect, useState } from 'react'

/** Letters typed into a search become one change of the address, after this many ms. */
const WRITE_MS = 250

/** How a page's view stands in its address. */
export type AddressForm<V> = {
  /** Under this name the browser remembers it; `null`: the address alone does. */
  storage: string | null
  parse: (address: URLSearchParams) => V
  /** Only what differs from the usual view. */
  format: (view: V) => URLSearchParams
  /** Is there anything of the view in an address? Anything else in it is not ours, and stays. */
  saysAnything: (address: URLSearchParams) => boolean
  /** Each change is a step, which the browser's own button for going back takes back. */
  isStep?: boolean
}

/**
 * The view: what the address says, else what this browser showed last. Every change goes into both, so that the address
 * can be sent to somebody. `form` must keep its identity.
 */
export function useAddressState<V>(search: string, form: AddressForm<V>): { view: V; setView: (view: V) => void } {
  const [view, show] = useState(() => form.parse(new URLSearchParams(search)))
  useEffect(() => {
    if (form.storage === null || form.saysAnything(new URLSearchParams(window.location.search))) return
    const last = form.parse(new URLSearchParams(remembered(form.storage)))
    show(last)
    // The way back leads here, and the address then says what was shown.
    if (form.isStep) write(last, { ...form, isStep: false })
  }, [form])
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    if (!changed) return
    const timer = setTimeout(() => write(view, form), WRITE_MS)
    return () => clearTimeout(timer)
  }, [view, changed, form])
  useEffect(() => {
    const { pathname } = window.location
    const goBack = () => {
      if (window.location.pathname !== pathname) return
      setChanged(false)
      show(form.parse(new URLSearchParams(window.location.search)))
    }
    window.addEventListener('popstate', goBack)
    return () => window.removeEventListener('popstate', goBack)
  }, [form])
  const setView = useCallback((next: V) => {
    setChanged(true)
    show(next)
  }, [])
  return { view, setView }
}

function write<V>(view: V, { format, saysAnything, storage, isStep = false }: AddressForm<V>): void {
  const ours = format(view)
  const address = new URL(window.location.href)
  const all = new URLSearchParams()
  for (const [key, value] of address.searchParams)
    if (!saysAnything(new URLSearchParams({ [key]: value }))) all.append(key, value)
  for (const [key, value] of ours) all.set(key, value)
  const isOther = all.toString() !== address.searchParams.toString()
  address.search = all.toString()
  if (isStep && isOther) window.history.pushState(window.history.state, '', address)
  else if (isOther) window.history.replaceState(window.history.state, '', address)
  if (storage === null) return
  try {
    localStorage.setItem(storage, ours.toString())
  } catch {
    // Storage may be denied by the browser's settings: then the address alone remembers.
  }
}

function remembered(storage: string): string {
  try {
    return localStorage.getItem(storage) ?? ''
  } catch {
    return ''
  }
}
