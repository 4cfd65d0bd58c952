'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { allowStyles } from './page-nonce'
import './css/floats.css'

type MenuProps = { trigger: ReactNode; children: ReactNode; align?: 'start' | 'end' }

/** A button (`trigger`, one element that takes a ref) and what it offers. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  allowStyles()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="ui-float ui-menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type MenuItemProps = {
  icon?: IconName
  children: ReactNode
  onSelect: () => void
  /** Why it cannot be chosen now; said beside it. */
  why?: string | null
  look?: 'plain' | 'danger'
  /** Key or other small words at the end. */
  aside?: ReactNode
}

export function MenuItem({ icon, children, onSelect, why = null, look = 'plain', aside }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className="ui-menu-item"
      data-look={look}
      aria-disabled={why !== null || undefined}
      onSelect={(event) => {
        if (why === null) onSelect()
        else event.preventDefault()
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {(why ?? aside) && <small>{why ?? aside}</small>}
    </DropdownMenu.Item>
  )
}

type MenuCheckProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }

/** One that is on or off; the menu stays open for the next. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="ui-menu-item"
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <Icon name="check" className={checked ? '' : 'invisible'} />
      <span>{children}</span>
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="ui-menu-label">{children}</DropdownMenu.Label>
}

export function MenuLine() {
  return <DropdownMenu.Separator className="ui-menu-line" />
}
