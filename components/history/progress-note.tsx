'use client'

import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Empty, LoadError } from '@/components/ui/empty'
import { formatPercent } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import type { Progress } from './use-progress'

type ProgressNoteProps<T> = {
  of: Progress<T>
  /** Draws what is here; left hollow while it is of what was asked before. */
  children: (data: T) => ReactNode
}

/** What may take long: itself, or how far it is and the way to end it, or why it is not here. */
export function ProgressNote<T>({ of, children }: ProgressNoteProps<T>) {
  const t = useTranslations('history.report')
  if (of.error) return <LoadError error={of.error} onRetry={of.refetch} />
  if (of.isStopped) {
    return (
      <Empty icon="info" title={t('stopped')}>
        <Button icon="reload" onClick={of.refetch}>
          {t('goOn')}
        </Button>
      </Empty>
    )
  }
  return (
    <div className="history-long" aria-busy={of.done !== null} data-old={of.isPlaceholderData ? '' : undefined}>
      {of.done !== null && <Working done={of.done} onCancel={of.cancel} />}
      {of.data !== null && children(of.data)}
    </div>
  )
}

type WorkingProps = {
  done: number
  /** In words, with the share in it; left out: it is added up. */
  label?: (share: string) => string
  onCancel: () => void
}

/** Comes into sight after a second, so that what is quick does not flicker. */
export function Working({ done, label, onCancel }: WorkingProps) {
  const t = useTranslations('history.report')
  const locale = useLocale() as Locale
  const share = formatPercent(locale, Math.floor(done * 100))
  const text = label?.(share) ?? t('working', { share })
  return (
    <div className="ui-panel history-working">
      <progress value={done} max={1} aria-label={text} />
      <span>{text}</span>
      <Button size="sm" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
