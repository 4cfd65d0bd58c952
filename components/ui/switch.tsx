'use client'

import { Switch as Radix } from 'radix-ui'
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
      <Radix.Root id={id} className="ui-switch" checked={checked} onCheckedChange={onChange} disabled={disabled}>
        <Radix.Thumb />
      </Radix.Root>
      <label htmlFor={id} className={bare ? 'ui-hidden' : ''}>
        {label}
      </label>
    </span>
  )
}
