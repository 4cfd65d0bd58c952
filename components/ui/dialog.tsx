'use client'

import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './button'
import { allowStyles } from './page-nonce'
import './css/floats.css'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  text?: ReactNode
  size?: 'normal' | 'wide'
  children?: ReactNode
  /** Buttons. */
  footer?: ReactNode
}

/** Asks for something above the page, which waits. Escape closes; focus comes back to where it was. */
export function Dialog({ open, onClose, title, text, size = 'normal', children, footer }: DialogProps) {
  const t = useTranslations('desk')
  // Radix gives it back to a trigger, and these dialogs have none.
  const before = useRef<Element | null>(null)
  allowStyles()
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="ui-scrim" />
        <Radix.Content
          className="ui-float ui-dialog"
          data-size={size}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement
            focusFirstField(event)
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (before.current instanceof HTMLElement) before.current.focus()
          }}
          {...(text === undefined && { 'aria-describedby': undefined })}
        >
          {/* No landmarks: a dialog stands outside the page's main part, which has a head and a foot of its own. */}
          <div className="ui-dialog-head">
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="close" label={t('close')} look="ghost" size="sm" className="ui-end" />
            </Radix.Close>
          </div>
          {text !== undefined && (
            <Radix.Description asChild>
              <div className="ui-dialog-text">{text}</div>
            </Radix.Description>
          )}
          {children}
          {footer && <div className="ui-dialog-foot">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * What is marked as first, else the first thing to fill in; where there is none, the dialog itself, and not the button that
 * closes it.
 */
function focusFirstField(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return
  event.preventDefault()
  const within = event.currentTarget
  const first = within.querySelector<HTMLElement>('[data-first]')
  const field = within.querySelector<HTMLElement>('input, textarea, [role="combobox"]')
  const target = first ?? field ?? within
  target.focus()
}
