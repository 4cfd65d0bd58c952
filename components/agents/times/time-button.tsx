'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { TimesOf } from './times'
import { useTimeText } from './use-time-text'
import '../agents.css'

type TimeButtonProps = {
  of: TimesOf
  /** Whose it is; `null`: of all agents together. */
  name: string | null
  /** How long, or how much of it. */
  value: string
  onOpen: (of: TimesOf) => void
  /** Left out: the value alone. */
  children?: ReactNode
}

/** An agent's time that opens to what it is made of. */
export function TimeButton({ of, name, value, onOpen, children = value }: TimeButtonProps) {
  const t = useTranslations('agents.times')
  const figure = useTimeText().figure(of)
  return (
    <button
      type="button"
      className="agents-open"
      aria-label={t('open', { figure, agent: name ?? t('everybody'), value })}
      onClick={() => onOpen(of)}
    >
      {children}
    </button>
  )
}
