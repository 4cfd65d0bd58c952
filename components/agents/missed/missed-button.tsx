'use client'

import { useTranslations } from 'use-intl'
import '../agents.css'

type MissedButtonProps = { name: string; value: string; onOpen: () => void }

/** How often an agent's phone rang in vain, which opens to the list of it. */
export function MissedButton({ name, value, onOpen }: MissedButtonProps) {
  const t = useTranslations('agents')
  const label = t('times.open', { figure: t('figure.missed'), agent: name, value })
  return (
    <button type="button" className="agents-open" aria-label={label} onClick={onOpen}>
      {value}
    </button>
  )
}
