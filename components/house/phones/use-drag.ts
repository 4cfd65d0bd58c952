'use client'

import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react'
import { type Carried, carriedOf } from './model/carry'
import { usePhones } from './phones-context'
import { useChoose } from './use-choose'
import { useKnown, usePhoneActions } from './use-phone-actions'

/** A press that moves so far (px) drags. */
const FAR = 6
/** A finger scrolls; one that rests so long (ms) drags. */
const REST_MS = 350
/** So near (px) to an edge the page scrolls, by so much a frame. */
const EDGE = 56
const SCROLL = 14

type Press = { x: number; y: number; carried: Carried; id: number; finger: boolean }

/**
 * Drags a call from its phone, or one's own from the line above, onto another phone. What it does is asked first; a drop
 * anywhere else does nothing. The same without a pointer: `carrying` begins by a key or a menu, and Enter puts down.
 */
export function useDrag(): (event: ReactPointerEvent) => void {
  const { board, stores } = usePhones()
  const known = useKnown()
  const { carriable } = usePhoneActions()
  const choose = useChoose()
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  function carriedFrom(target: Element): Carried | null {
    const own = target.closest<HTMLElement>('[data-own-call]')?.dataset.ownCall
    const mine = known.mine.find(({ call }) => call.id === own)
    if (mine) return carriedOf(mine.call, mine.side)
    const row = board.row(target.closest<HTMLElement>('[data-phone]')?.dataset.phone ?? '')
    return (row && carriable(row)[0]) ?? null
  }

  function watch(press: Press): void {
    let dragging = false
    let at = { x: press.x, y: press.y }
    let frame = 0
    const rest = press.finger ? setTimeout(begin, REST_MS) : undefined

    function begin(): void {
      dragging = true
      stores.set({ carrying: { carried: press.carried, dragged: true, over: null }, menu: null })
      frame = requestAnimationFrame(scroll)
      hold()
    }

    /** Shows where the call is held now. */
    function hold(): void {
      const ghost = document.querySelector<HTMLElement>('.phones-ghost')
      if (ghost) ghost.style.transform = `translate(${at.x}px, ${at.y}px)`
      const over = phoneAt(at)
      const { carrying } = stores.get()
      if (carrying && carrying.over !== over) stores.set({ carrying: { ...carrying, over } })
    }

    function scroll(): void {
      const page = document.querySelector('.desk-main')
      if (page) {
        const { top, bottom } = page.getBoundingClientRect()
        if (at.y < top + EDGE) page.scrollTop -= SCROLL
        else if (at.y > bottom - EDGE) page.scrollTop += SCROLL
      }
      hold()
      frame = requestAnimationFrame(scroll)
    }

    function onMove(event: PointerEvent): void {
      if (event.pointerId !== press.id) return
      at = { x: event.clientX, y: event.clientY }
      if (dragging) hold()
      else if (Math.hypot(at.x - press.x, at.y - press.y) < FAR) return
      else if (press.finger) end()
      else begin()
    }

    function onUp(event: PointerEvent): void {
      if (event.pointerId !== press.id) return
      if (dragging) {
        drop()
        // The click that follows belongs to the drag, and opens nothing.
        window.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      }
      end()
    }

    function drop(): void {
      const row = board.row(phoneAt(at) ?? '')
      if (row) choose(row)
      // Not there, or it cannot go there: the call stays where it is.
      if (stores.get().carrying) stores.set({ carrying: null })
    }

    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || !dragging) return
      event.preventDefault()
      event.stopPropagation()
      stores.set({ carrying: null })
      end()
    }

    function onCancel(): void {
      if (dragging) stores.set({ carrying: null })
      end()
    }

    /** A page that scrolls under the finger would take the drag away. */
    function onTouch(event: TouchEvent): void {
      if (dragging) event.preventDefault()
    }

    function end(): void {
      clearTimeout(rest)
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener('touchmove', onTouch)
      stop.current = () => {}
    }

    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('touchmove', onTouch, { passive: false })
    stop.current = end
  }

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('.phone-acts')) return
    const carried = carriedFrom(event.target)
    if (!carried) return
    stop.current()
    const { clientX: x, clientY: y, pointerId: id, pointerType } = event
    watch({ x, y, id, carried, finger: pointerType === 'touch' })
  }
  const latest = useRef(onPointerDown)
  useEffect(() => {
    latest.current = onPointerDown
  })
  return useCallback((event) => latest.current(event), [])
}

function phoneAt({ x, y }: { x: number; y: number }): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-phone]')?.dataset.phone ?? null
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
