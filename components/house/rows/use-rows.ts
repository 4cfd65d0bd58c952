'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { isControl, isTyping, letterOf } from '@/components/desk/keyboard'
import { neighbour } from './neighbour'

type RowProps = { 'data-row': string; tabIndex: 0 | -1; onFocus: () => void }
type Rows<E extends HTMLElement> = {
  /** Of the element that holds the rows. */
  ref: RefObject<E | null>
  /** For the element of a row. */
  rowProps: (id: string) => RowProps
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
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (!row?.dataset.row || !ref.current?.contains(row)) return
    if (isControl(event.target) && event.target !== row && !event.key.startsWith('Arrow')) return
    const rows = rowsIn(ref.current)
    const boxes = rows.map((one) => one.getBoundingClientRect())
    const next = neighbour(boxes, rows.indexOf(row), event.key)
    if (next !== null) rows[next]?.focus()
    else if (event.key.startsWith('Arrow') || !act(letterOf(event), row.dataset.row)) return
    event.preventDefault()
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

  return {
    ref,
    rowProps: (id) => ({ 'data-row': id, tabIndex: id === here ? 0 : -1, onFocus: () => setAt(id) }),
  }
}

function rowsIn(element: HTMLElement | null): HTMLElement[] {
  return element ? [...element.querySelectorAll<HTMLElement>('[data-row]')] : []
}

function isRow(id: string) {
  return ({ dataset }: HTMLElement) => dataset.row === id
}
