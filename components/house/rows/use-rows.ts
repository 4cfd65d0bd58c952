'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { isControl, isTyping, letterOf } from '@/components/desk/keyboard'
import { useStable } from '../use-stable'
import { neighbour } from './neighbour'

type Rows<E extends HTMLElement> = {
  /** Of the element that holds the rows, each with its id as `data-row`. */
  ref: RefObject<E | null>
  /** The row that Tab leads to: its `tabIndex` is 0, that of the others -1. */
  current: string | null
}

/**
 * Rows, or tiles, of a page by keyboard: Tab leads to one of them, arrows from one to the next, and any other key goes to
 * `act`, which says whether it was one of its own. `ids` in reading order. Who loses the row under the keyboard stands on the
 * next.
 */
export function useRows<E extends HTMLElement>(
  ids: readonly string[],
  act: (key: string, id: string) => boolean,
): Rows<E> {
  const ref = useRef<E>(null)
  const [at, setAt] = useState<string | null>(null)
  const before = useRef(ids)
  const here = at !== null && ids.includes(at) ? at : (ids[0] ?? null)

  useEffect(() => {
    const index = at === null ? -1 : before.current.indexOf(at)
    before.current = ids
    if (at === null || ids.includes(at) || index === -1) return
    const next = ids[Math.min(index, ids.length - 1)] ?? null
    setAt(next)
    if (next !== null && document.activeElement === document.body) rowsIn(ref.current).find(isRow(next))?.focus()
  }, [ids, at])

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const row = rowOf(event.target)
    if (!row?.dataset.row || !ref.current?.contains(row)) return
    if (isControl(event.target) && event.target !== row && !event.key.startsWith('Arrow')) return
    const rows = rowsIn(ref.current)
    const boxes = rows.map((one) => one.getBoundingClientRect())
    const next = neighbour(boxes, rows.indexOf(row), event.key)
    if (next !== null) rows[next]?.focus()
    else if (event.key.startsWith('Arrow') || !act(letterOf(event), row.dataset.row)) return
    event.preventDefault()
  }
  const listen = useStable(onKey)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const row = rowOf(target)
      if (row && ref.current?.contains(row)) setAt(row.dataset.row ?? null)
    }
    document.addEventListener('keydown', listen)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', listen)
      document.removeEventListener('focusin', onFocus)
    }
  }, [listen])

  return { ref, current: here }
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
}

function rowsIn(element: HTMLElement | null): HTMLElement[] {
  return element ? [...element.querySelectorAll<HTMLElement>('[data-row]')] : []
}

function isRow(id: string) {
  return ({ dataset }: HTMLElement) => dataset.row === id
}
