'use client'

import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { allowStyles, pageNonce } from './page-nonce'
import { useHydrated } from './use-hydrated'
import './css/fields.css'
import './css/floats.css'

type Option<V extends string> = { value: V; label: ReactNode; disabled?: boolean }

type SelectProps<V extends string> = {
  /** For those who listen; leave out where a `Field` around it says it, and pass its `id`. */
  label?: string
  id?: string
  value: V | undefined
  onChange: (value: V) => void
  options: readonly Option<V>[]
  placeholder?: string
  disabled?: boolean
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

/** One of several. A value must not be empty. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, onChange, options, placeholder, disabled = false, ...described } = props
  const hydrated = useHydrated()
  allowStyles()
  // Radix writes style attributes into the page's HTML, which our content security policy refuses.
  if (!hydrated) {
    return (
      <button type="button" className="ui-select" aria-label={label} disabled {...described}>
        {options.find((option) => option.value === value)?.label ?? placeholder}
        <Icon name="chevronDown" />
      </button>
    )
  }
  return (
    <Radix.Root
      {...(value !== undefined && { value })}
      onValueChange={(next) => onChange(next as V)}
      disabled={disabled}
    >
      <Radix.Trigger className="ui-select" aria-label={label} {...described}>
        <Radix.Value placeholder={placeholder} />
        <Icon name="chevronDown" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-float ui-menu" position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport nonce={pageNonce()}>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className="ui-menu-item"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
