'use client'

import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'

type CursorBoxProps = {
  label: string
  /** Id of what tells the whole in words. */
  describedBy: string
  /** How many places the cursor has. */
  count: number
  /** `null`: it is nowhere. */
  cursor: number | null
  /** The place in words, as it is heard. */
  text: string
  onCursor: (cursor: number | null) => void
  /** + and - come closer and go away, 0 shows all. */
  onZoom?: (key: '+' | '-' | '0') => void
  /** Enter, or a click: the place where the cursor is. `event`: `null` by the keyboard. */
  onChoose?: (event: MouseEvent | null) => void
  children: ReactNode
}

const MANY = 10
/** A pointer that moved farther than this meanwhile, CSS px, dragged and did not click. */
const DRAG = 8

/**
 * A chart whose cursor the arrow keys move. To those who listen it is a slider over its places: screen readers then leave
 * the arrows to it, and read each new place out by themselves.
 */
export function CursorBox(props: CursorBoxProps) {
  const { label, describedBy, count, cursor, text, onCursor, onZoom, onChoose, children } = props
  const byPointer = useRef(false)
  const downAt = useRef(0)
  const last = Math.max(0, count - 1)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // It goes on to the page, where it closes what is opened.
    if (event.key === 'Escape') return onCursor(null)
    const at = cursor ?? last
    const places: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
      ...{ PageDown: at - MANY, PageUp: at + MANY, Home: 0, End: last },
    }
    const zoom = event.key === '=' ? '+' : event.key
    const place = places[event.key]
    if (place !== undefined) onCursor(Math.min(last, Math.max(0, place)))
    else if (onZoom && (zoom === '+' || zoom === '-' || zoom === '0')) onZoom(zoom)
    else if (onChoose && event.key === 'Enter') onChoose(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="charts-box"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={cursor ?? last}
      aria-valuetext={text}
      onKeyDown={press}
      onPointerDown={({ clientX }) => {
        byPointer.current = true
        downAt.current = clientX
      }}
      onClick={(event) => {
        if (onChoose && Math.abs(event.clientX - downAt.current) < DRAG) onChoose(event)
      }}
      onFocus={() => {
        if (!byPointer.current && cursor === null) onCursor(last)
        byPointer.current = false
      }}
      onBlur={() => onCursor(null)}
    >
      {children}
    </div>
  )
}
