'use client'

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import { isTyping } from '@/components/desk/keyboard'
import { useDesk, useStores } from './desk-context'
import type { Panel } from './model/desk-view'

type DeskRowProps = {
  panel: Panel
  /** Its key in the list, and the record's id: one agent may stand in several groups. */
  rowKey: string
  id: string
  /** What it is called, for those who listen. */
  name: string
  index: number
  level?: string | undefined
  style?: CSSProperties
  /** `active`: pointed at or chosen by the keyboard: time to offer actions. */
  children: (active: boolean) => ReactNode
}

/** One line of a panel: the keyboard comes to it, Enter or a press opens its drawer. */
export function DeskRow({ panel, rowKey, id, name, index, level, style, children }: DeskRowProps) {
  const { stores } = useDesk()
  const [hovered, setHovered] = useState(false)
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    const { coming } = stores.get()
    if (coming?.panel !== panel || coming.key !== rowKey) return
    stores.set({ coming: null })
    if (!isTyping(document.activeElement)) line.current?.focus()
  }, [stores, panel, rowKey])
  const here = useStores(({ place }) => place?.panel === panel && place.key === rowKey)
  const opened = useStores(({ opened }) => opened?.kind === panel && opened.id === id)
  // Each panel keeps one stop for the Tab key.
  const first = useStores(({ place }) => place?.panel !== panel) && index === 0
  return (
    <tr
      ref={line}
      className="desk-row"
      data-row={`${panel} ${rowKey}`}
      data-level={level}
      data-opened={opened || undefined}
      aria-rowindex={index + 2}
      aria-selected={opened}
      aria-label={name}
      tabIndex={here || first ? 0 : -1}
      style={style}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => stores.set({ place: { panel, key: rowKey }, coming: null })}
      onClick={() => stores.set({ place: { panel, key: rowKey }, opened: { kind: panel, id } })}
    >
      {children(hovered || here)}
    </tr>
  )
}

type CellProps = { className?: string; children?: ReactNode }

export function Cell({ className, children }: CellProps) {
  return <td className={className}>{children}</td>
}

/** Where a row's buttons stand: a press on them does not open the row. */
export function ActionsCell({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps presses of its buttons from the row
    <td className="acts" onClick={(event) => event.stopPropagation()}>
      {children}
    </td>
  )
}
