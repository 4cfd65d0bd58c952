'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { NO_STYLE } from './no-style'
import './css/controls.css'

type Tab<V extends string> = { value: V; label: ReactNode; panel: ReactNode }

type TabsProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  tabs: readonly Tab<V>[]
}

/** Parts of a page, one of which shows. */
export function Tabs<V extends string>({ label, value, onChange, tabs }: TabsProps<V>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as V)}>
      <Radix.List className="ui-tabs" style={NO_STYLE} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
