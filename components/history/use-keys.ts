'use client'

import { useEffect, useRef } from 'react'
import { isTyping, isWithin } from '@/components/desk/keyboard'

type Keys = { onMove: (direction: 1 | -1) => void; onClose: (() => void) | null }

/** Arrows lead to the span before and after, Escape closes what is opened; what has keys of its own comes first. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (isTyping(event.target) || isElsewhere(event.target)) return
      const { onMove, onClose } = now.current
      if (event.key === 'Escape' && onClose) {
        event.preventDefault()
        onClose()
      }
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      // A button is moved from by no arrow, but a choice of several is, and what scrolls sideways.
      if (isMoving(event.target)) return
      event.preventDefault()
      onMove(event.key === 'ArrowLeft' ? -1 : 1)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const MOVING =
  '[role="group"], [role="radiogroup"], [role="grid"], [role="slider"], [role="img"], [tabindex="0"], .history-scroll'

function isElsewhere(target: EventTarget | null): boolean {
  return isWithin(target, ABOVE)
}

function isMoving(target: EventTarget | null): boolean {
  return isWithin(target, MOVING)
}
