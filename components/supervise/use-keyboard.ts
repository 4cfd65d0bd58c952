'use client'

import { useEffect, useRef } from 'react'
import { isControl, isTyping, isWithin, letterOf } from '@/components/desk/keyboard'
import { explainStore } from '@/components/explain/explain-store'
import { useViewer, viewerMay } from '@/components/session/viewer'
import { type CallAction, whyNotCall } from './actions/call-actions'
import { type CallerAction, whyNotCaller } from './actions/caller-actions'
import type { Situation } from './actions/why-not'
import { useDesk, useDeskView } from './desk-context'
import type { DeskPicture } from './model/desk-board'
import { type Place, type Rows, settle, walk } from './model/walk'
import { usePerform } from './use-perform'
import { useSituationOf } from './use-situation'

const CALLER_KEYS: Readonly<Record<string, CallerAction>> = {
  t: 'take',
  p: 'priority',
  m: 'move',
  x: 'hangUp',
  delete: 'hangUp',
}
const CALL_KEYS: Readonly<Record<string, CallAction>> = {
  l: 'listen',
  w: 'whisper',
  b: 'barge',
  m: 'transfer',
  x: 'hangUp',
  delete: 'hangUp',
}

/**
 * The page's keys: arrows walk through rows and panels, Enter opens, letters act on the row where one is. Letters count
 * by their place on the keyboard, so that a Cyrillic layout has the same keys. Nothing happens while one types, or while a dialog is open.
 */
export function useKeyboard(onFind: () => void): void {
  const { board, stores } = useDesk()
  const perform = usePerform()
  const situationOf = useSituationOf()
  const viewer = useViewer()
  const { view } = useDeskView()
  const before = useRef<Rows>(rowsOf(board.picture()))
  useEffect(() =>
    board.subscribe(() => {
      const rows = rowsOf(board.picture())
      const { place } = stores.get()
      const next = settle(rows, place, before.current)
      before.current = rows
      if (next !== place) moveTo(next, document.activeElement === document.body)
    }),
  )

  function moveTo(place: Place | null, withFocus: boolean): void {
    stores.set({ place, coming: null })
    if (place !== null && withFocus) focusRow(place)
  }

  /** Of a long list only the rows in sight are in the document: another takes the focus itself as it comes. */
  function focusRow(place: Place): void {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(`${place.panel} ${place.key}`)}"]`)
    if (row) row.focus()
    else stores.set({ coming: place })
  }

  function act(key: string): boolean {
    const { place, opened } = stores.get()
    const at = place ? { kind: place.panel, id: idOf(place, board.picture()) } : opened
    if (!at) return false
    if (at.kind === 'queues' && key === 'e') return explain(at.id)
    const caller = at.kind === 'callers' ? board.caller(at.id) : undefined
    if (caller) {
      const action = CALLER_KEYS[key]
      if (!action) return false
      if (whyNotCaller(action, caller, situationOf(caller.caller.pbx)) === null) perform.caller(action, caller)
      return true
    }
    const agentCall = at.kind === 'agents' ? board.agent(at.id)?.call?.id : undefined
    const call = board.call(at.kind === 'calls' ? at.id : (agentCall ?? ''))
    const action = CALL_KEYS[key]
    if (!call || !action) return false
    if (whyNotCall(action, call, situationOf(call.call.pbx) satisfies Situation) === null) perform.call(action, call)
    return true
  }

  /** Opens a queue's service level down to the visits behind it, and from there its other figures. */
  function explain(id: string): boolean {
    const queue = board.queue(id)?.queue
    if (!queue || !viewerMay(viewer, 'history.see')) return false
    const { name, label } = queue
    explainStore.set({ figure: 'serviceLevel', window: view.window, queues: [name], label })
    return true
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const { opened, asked } = stores.get()
    if (asked || isTyping(event.target) || isWithin(event.target, '[role="dialog"]')) return
    if (isOfThePage(event, opened !== null) || isOfTheRow(event)) event.preventDefault()
  }

  /** Keys that count wherever one is. */
  function isOfThePage(event: KeyboardEvent, isOpen: boolean): boolean {
    const key = letterOf(event)
    if (key === '/') onFind()
    else if (key === 'escape' && isOpen) close()
    else return false
    return true
  }

  function isOfTheRow(event: KeyboardEvent): boolean {
    const key = letterOf(event)
    if (isControl(event.target) && !event.key.startsWith('Arrow')) return false
    if (isWithin(event.target, '.supervise-drawer')) return act(key)
    const { place } = stores.get()
    const next = walk(rowsOf(board.picture()), place, event.key)
    if (next) moveTo(next, true)
    else if (key === 'enter' && place && isWithin(event.target, '[data-row]')) open(place)
    else return act(key)
    return true
  }

  function open(place: Place): void {
    stores.set({ opened: { kind: place.panel, id: idOf(place, board.picture()) } })
  }

  function close(): void {
    const { place } = stores.get()
    stores.set({ opened: null })
    if (place) focusRow(place)
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

/** Keys of the rows; in a list by groups one agent has several. */
function rowsOf({ queues, callers, calls, agents }: DeskPicture): Rows {
  return { queues, callers, calls, agents: agents.filter(({ kind }) => kind === 'row').map(({ key }) => key) }
}

function idOf({ panel, key }: Place, { agents }: DeskPicture): string {
  if (panel !== 'agents') return key
  const item = agents.find((one) => one.kind === 'row' && one.key === key)
  return item?.kind === 'row' ? item.id : key
}
