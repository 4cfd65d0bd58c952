'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/ui/field'
import type { TailFilter } from './event-tail'

/** The stream begins anew for another filter: not with every letter. */
const TYPING_MS = 400
const FIELDS = ['channel', 'queue', 'text'] as const

/** Which events are shown, by what is in them. The server leaves out the others. */
export function EventFilters({ filter, onChange }: { filter: TailFilter; onChange: (filter: TailFilter) => void }) {
  const t = useTranslations('console.events')
  const [typed, setTyped] = useState({ channel: filter.channel, queue: filter.queue, text: filter.text })
  const latest = useRef({ filter, onChange })
  latest.current = { filter, onChange }
  useEffect(() => {
    const timer = setTimeout(() => {
      const { filter: now, onChange: tell } = latest.current
      if (FIELDS.some((name) => now[name] !== typed[name])) tell({ ...now, ...typed })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="admin-row console-filters">
      {FIELDS.map((name) => (
        <TextField
          key={name}
          type="search"
          label={t(name)}
          value={typed[name]}
          autoComplete="off"
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      ))}
    </div>
  )
}
