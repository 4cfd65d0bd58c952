import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { LostCallerView } from '@/lib/protocol/lost'

/**
 * Where the focus goes when the entry in which it stands is done with and leaves it: to the next entry, from the last one to the one
 * before, and to the heading once nobody is left.
 *
 * @returns to be told which entry is about to be done with; `null`: it was not
 */
export function useHeir(
  list: RefObject<HTMLElement | null>,
  items: readonly LostCallerView[],
  heading: RefObject<HTMLElement | null>,
): (id: string | null) => void {
  const left = useRef<{ id: string; index: number } | null>(null)
  useLayoutEffect(() => {
    const from = left.current
    if (from === null) return
    const stays = items.findIndex(({ id }) => id === from.id)
    if (stays !== -1 && items[stays]?.closed === null) return
    left.current = null
    const rows = list.current?.children ?? []
    const { activeElement, body } = document
    // Whoever has gone elsewhere meanwhile is left there.
    if (activeElement !== null && activeElement !== body && !rows[stays]?.contains(activeElement)) return
    const heir = rows[stays === -1 ? from.index : stays + 1] ?? rows[rows.length - 1]
    ;(heir?.querySelector('button') ?? heading.current)?.focus()
  }, [items, list, heading])
  return (id) => {
    left.current = id === null ? null : { id, index: items.findIndex((one) => one.id === id) }
  }
}
