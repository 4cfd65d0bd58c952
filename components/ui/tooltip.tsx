'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './css/floats.css'

/** Above all tooltips of a page, once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>
}

/** Words that come up beside what is pointed at or focused, `null` for none; `children` is one element that takes a ref. */
export function Tooltip({ text, children }: { text: string | null; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      {text !== null && (
        <Radix.Portal>
          <Radix.Content className="ui-float ui-tooltip" sideOffset={4} collisionPadding={8}>
            {text}
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  )
}
