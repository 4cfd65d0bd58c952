'use client'

import type { Ref } from 'react'
import { SearchField } from './field'

const MOST_SIGNS = 100

type FindFieldProps = {
  label: string
  className: string
  ref: Ref<HTMLInputElement>
  value: string
  onFind: (text: string) => void
}

/** What a page looks for among all it shows, reached by `/`: Escape empties it, and once more leaves it. */
export function FindField({ label, className, ref, value, onFind }: FindFieldProps) {
  return (
    <SearchField
      ref={ref}
      className={className}
      label={label}
      keys="/"
      value={value}
      maxLength={MOST_SIGNS}
      onChange={(event) => onFind(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        if (value === '') event.currentTarget.blur()
        else onFind('')
        event.preventDefault()
      }}
    />
  )
}
