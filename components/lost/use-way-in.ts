import { type RefObject, useEffect, useRef } from 'react'

/** The list that ↑ and ↓ lead into while the focus is nowhere: each row has keys once one is in it. */
export function useWayIn(): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (document.activeElement !== document.body) return
      const rows = list.current?.children
      const row = event.key === 'ArrowDown' ? rows?.[0] : event.key === 'ArrowUp' ? rows?.[rows.length - 1] : undefined
      const button = row?.querySelector('button')
      if (!button) return
      event.preventDefault()
      button.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return list
}
