'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'

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
  children: ReactNode
}

const MANY = 10

/**
 * A chart whose cursor the arrow keys move. To those who listen it is a slider over its places: screen readers then leave
 * the arrows to it, and read each new place out by themselves.
 */
export function CursorBox(props: CursorBoxProps) {
  const { label, describedBy, count, cursor, text, onCursor, onZoom, children } = props
  const byPointer = useRef(false)
  const last = Math.max(0, count - 1)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = cursor ?? last
    const places: Readonly<Record<string, number | null>> = {
      ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
      ...{ PageDown: at - MANY, PageUp: at + MANY, Home: 0, End: last, Escape: null },
    }
    const zoom = event.key === '=' ? '+' : event.key
    const place = places[event.key]
    if (place !== undefined) onCursor(place === null ? null : Math.min(last, Math.max(0, place)))
    else if (onZoom && (zoom === '+' || zoom === '-' || zoom === '0')) onZoom(zoom)
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
      onPointerDown={() => {
        byPointer.current = true
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
