'use client'

import { useEffect, useRef } from 'react'
import { isTyping, isWithin, letterOf } from '@/components/desk/keyboard'
import type { MailboxRow } from './model/mailbox-rows'
import { useMailboxActions } from './use-mailbox-actions'

type Keys = {
  shown: readonly MailboxRow[]
  onFind: () => void
  onOpen: (row: MailboxRow) => void
}

/** `/` finds, arrows walk, Enter opens the phone, V leaves a message, C calls the owner. */
export function useMailboxKeys({ shown, onFind, onOpen }: Keys): void {
  const actions = useMailboxActions()

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (isWithin(event.target, '[role="dialog"], [role="alertdialog"], [role="menu"]')) return
    if (isKey(event)) event.preventDefault()
  }

  function isKey(event: KeyboardEvent): boolean {
    const key = letterOf(event)
    if (key === '/') {
      onFind()
      return true
    }
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null
    const lines = [...document.querySelectorAll<HTMLElement>('tr[data-row]')]
    const at = line ? lines.indexOf(line) : -1
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: lines.length - 1 }[event.key]
    if (next !== undefined && (line !== null || event.target === document.body)) {
      lines[Math.min(next, lines.length - 1)]?.focus()
      return true
    }
    const row = shown.find(({ mailbox }) => mailbox.id === line?.dataset.row)
    return row !== undefined && act(key, row, event.target === line)
  }

  function act(key: string, row: MailboxRow, onLine: boolean): boolean {
    if (key === 'v') {
      if (actions.whyNotLeave(row) === null) actions.leave(row)
    } else if (key === 'c') {
      if (actions.whyNotCall(row) === null) actions.call(row)
    } else if (key === 'enter' && onLine) onOpen(row)
    else return false
    return true
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
