'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { allowStyles } from './page-nonce'
import './css/floats.css'

type ConfirmProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** What happens then, and what cannot be taken back. */
  text?: ReactNode
  /** What the button says that does it: a verb. */
  verb: string
  onConfirm: () => void
  look?: 'primary' | 'danger'
  children?: ReactNode
}

/** Asks once more before something that cannot be taken back; focus then comes back to where it was. */
export function Confirm({ open, onClose, title, text, verb, onConfirm, look = 'danger', children }: ConfirmProps) {
  const t = useTranslations('desk')
  // Radix gives it back to a trigger, and keys open these dialogs, too.
  const before = useRef<Element | null>(null)
  allowStyles()
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="ui-scrim" />
        <AlertDialog.Content
          className="ui-float ui-dialog"
          onOpenAutoFocus={() => {
            before.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (before.current instanceof HTMLElement) before.current.focus()
          }}
          {...(text === undefined && { 'aria-describedby': undefined })}
        >
          <AlertDialog.Title asChild>
            <h2>{title}</h2>
          </AlertDialog.Title>
          {text !== undefined && (
            <AlertDialog.Description asChild>
              <div className="ui-dialog-text">{text}</div>
            </AlertDialog.Description>
          )}
          {children}
          <footer>
            <AlertDialog.Cancel asChild>
              <Button>{t('cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look={look} onClick={onConfirm}>
                {verb}
              </Button>
            </AlertDialog.Action>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
