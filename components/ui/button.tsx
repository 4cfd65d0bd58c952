'use client'

import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon'
import { Tooltip } from './tooltip'
import './css/controls.css'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  look?: 'plain' | 'primary' | 'danger' | 'ghost'
  /** 24, 30 or 44 px high. */
  size?: 'sm' | 'md' | 'lg'
  icon?: IconName
  /** For a button that is on or off. */
  pressed?: boolean
  /** Something it began is not done yet: it takes no second press. */
  busy?: boolean
  /** Why it cannot be pressed now. It stays in reach of the keyboard, so that everybody can learn why. */
  why?: string | null
  /** More words than stand on it. */
  hint?: string
}

/** A button; one that cannot be pressed says why. */
export function Button(props: ButtonProps) {
  const {
    look = 'plain',
    size = 'md',
    icon,
    pressed,
    busy = false,
    why = null,
    hint,
    onClick,
    children,
    ...rest
  } = props
  const off = busy || why !== null
  const button = (
    <button
      type="button"
      {...rest}
      className={`ui-button ${rest.className ?? ''}`}
      data-look={look}
      data-size={size}
      data-busy={busy ? '' : undefined}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <Icon name="catchingUp" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
  // Decided by what is given and not by what it says now: another element around it would cost the button its focus.
  const tells = 'why' in props || hint !== undefined
  return tells ? <Tooltip text={why ?? hint ?? null}>{button}</Tooltip> : button
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & { icon: IconName; label: string }

/** A button that shows a sign alone; its words come up when it is pointed at, and are heard. */
export function IconButton({ label, ...props }: IconButtonProps) {
  return <Button hint={label} {...props} aria-label={label} data-bare="" />
}
