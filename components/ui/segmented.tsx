'use client'

import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { NO_STYLE } from './no-style'
import './css/controls.css'

type Segment<V extends string> = {
  value: V
  label: ReactNode
  /** Stands before the words; its colour by `iconClass`. */
  icon?: IconName
  iconClass?: string
  /** What is heard where the words do not say enough. */
  name?: string
  disabled?: boolean
}

type SegmentedProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly Segment<V>[]
}

/** One of a few, all in sight. Arrow keys move between them. */
export function Segmented<V extends string>({ label, value, onChange, options }: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="ui-segmented"
      style={NO_STYLE}
      aria-label={label}
      value={value}
      onValueChange={(next) => next !== '' && onChange(next as V)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          disabled={option.disabled ?? false}
        >
          {option.icon && <Icon name={option.icon} className={option.iconClass ?? ''} />}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
