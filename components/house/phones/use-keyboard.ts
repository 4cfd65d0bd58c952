'use client'

import { useEffect, useRef } from 'react'
import { isControl, isTyping, isWithin, letterOf } from '@/components/desk/keyboard'
import type { PhoneAction } from './model/phone-actions'
import { type Place, settle, walk } from './model/walk'
import { usePhones } from './phones-context'
import { toggleStar } from './stars'
import { usePhoneActions } from './use-phone-actions'

const ACTION_KEYS: Readonly<Record<string, PhoneAction>> = {
  ...{ c: 'call', p: 'pickUp', t: 'transferHere', m: 'carry', v: 'leaveMessage', x: 'text' },
  ...{ l: 'listen', w: 'whisper', b: 'barge' },
}

/**
 * The page's keys: arrows walk through the phones, Enter opens one or puts down there what is carried, letters act on the
 * phone where one is. Nothing happens while one types, or while a dialog is open.
 */
export function useKeyboard(onFind: () => void): void {
  const { board, stores } = usePhones()
  const actions = usePhoneActions()

  useEffect(
    () =>
      board.subscribe(() => {
        const { place } = stores.get()
        const next = settle(board.picture().sections, place)
        if (next !== place) stores.set({ place: next })
      }),
    [board, stores],
  )

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const { asked, menu } = stores.get()
    if (asked || menu || isTyping(event.target)) return
    if (isOfThePage(letterOf(event)) || isOfThePhone(event)) event.preventDefault()
  }

  /** Keys that count wherever one is. */
  function isOfThePage(key: string): boolean {
    const { carrying, opened, place } = stores.get()
    if (key === '/') onFind()
    else if (key !== 'escape') return false
    else if (carrying) stores.set({ carrying: null })
    else if (opened !== null) {
      stores.set({ opened: null })
      if (place) focusPlace(place)
    } else return false
    return true
  }

  function isOfThePhone(event: KeyboardEvent): boolean {
    const onTile = isWithin(event.target, '[data-row]')
    const key = letterOf(event)
    if (isWithin(event.target, '.phones-drawer')) return act(key, stores.get().opened)
    if (isControl(event.target) && !onTile) return false
    const { place } = stores.get()
    const next = walk(board.picture().sections, place, event.key, columnsOf(place))
    if (!next) return act(key, place?.id ?? null)
    stores.set({ place: next })
    focusPlace(next)
    return true
  }

  function act(key: string, id: string | null): boolean {
    const row = board.row(id ?? '')
    if (!row) return false
    if (key === 'f') toggleStar(row.id)
    const action = ACTION_KEYS[key]
    if (action && actions.why(action, row) === null) {
      const from = document.activeElement
      stores.set({ from: from instanceof HTMLElement ? from : null })
      actions.perform(action, row)
    }
    return key === 'f' || action !== undefined
  }

  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** How many tiles stand beside each other, as the browser has laid them out. */
function columnsOf(place: Place | null): number {
  const tile = place && tileAt(place)
  const grid = tile?.closest('.phones-grid') ?? document.querySelector('.phones-grid')
  const columns = grid ? getComputedStyle(grid).gridTemplateColumns : ''
  return columns === '' || columns === 'none' ? 1 : columns.split(' ').length
}

function focusPlace(place: Place): void {
  tileAt(place)?.focus()
}

function tileAt({ section, id }: Place): HTMLElement | null {
  const wanted = `${section} ${id}`
  const rows = document.querySelectorAll<HTMLElement>('[data-row]')
  return [...rows].find(({ dataset }) => dataset.row === wanted) ?? null
}
