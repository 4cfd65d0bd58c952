'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'

type ReplayNoteProps = {
  kind: 'loading' | 'failedToLoad' | 'none' | 'off'
  /** For so many days it is kept. */
  days?: number
  onAgain?: () => void
}

/** What stands where the wall would, while there is none. */
export function ReplayNote({ kind, days = 0, onAgain }: ReplayNoteProps) {
  const t = useTranslations('replay')
  const hint = kind === 'none' ? t('noneHint', { days }) : kind === 'off' ? t('offHint') : null
  return (
    <Note
      title={t(kind)}
      icon={kind === 'loading' ? 'catchingUp' : kind === 'failedToLoad' ? 'lost' : 'closed'}
      hint={hint}
    >
      {kind === 'failedToLoad' && (
        <button type="button" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </Note>
  )
}

type NoteProps = { icon: 'catchingUp' | 'lost' | 'closed'; title: string; hint?: string | null; children?: ReactNode }

export function Note({ icon, title, hint = null, children }: NoteProps) {
  return (
    <main className="replay-note" aria-busy={icon === 'catchingUp'}>
      <Icon name={icon} />
      <div role="status">
        <h2>{title}</h2>
        {hint !== null && <p>{hint}</p>}
      </div>
      {children}
    </main>
  )
}
