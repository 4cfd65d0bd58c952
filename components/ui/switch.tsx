'use client'

import { type ReactNode, useId } from 'react'
import './css/controls.css'

type SwitchProps = {
  label: ReactNode
  /** The words are heard and not shown. */
  bare?: boolean
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** On or off, at once. */
export function Switch({ label, bare = false, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <span className="ui-switch-line">
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={checked}
        className="ui-switch"
        disabled={disabled}
        onClick={() => onChange(!checked)}
      >
        <span />
      </button>
      <label htmlFor={id} className={bare ? 'ui-hidden' : ''}>
        {label}
      </label>
    </span>
  )
}
