'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import './css/table.css'

type EmptyProps = { icon?: IconName; title: ReactNode; hint?: ReactNode; children?: ReactNode }

/** Where nothing is to be shown: says so, and what to do about it (`children`: buttons). */
export function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <div className="ui-empty">
      {icon && <Icon name={icon} />}
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}

/** While something is on its way; heard once. */
export function Loading() {
  const t = useTranslations('desk')
  return (
    <div className="ui-empty" role="status">
      <Icon name="catchingUp" />
      {t('loading')}
    </div>
  )
}

/** What could not be loaded, and the way to try again. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('desk')
  const problem = error instanceof ApiProblem ? error : null
  return (
    <div role="alert">
      <Empty
        icon="warning"
        title={t(problem?.status === 0 ? 'noAnswer' : 'notLoaded')}
        hint={problem?.detail ?? problem?.title}
      >
        <Button icon="reload" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      </Empty>
    </div>
  )
}
