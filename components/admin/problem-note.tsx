'use client'

import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { Icon } from '@/components/ui/icon'

const KNOWN = ['last-admin', 'fixed', 'name-taken', 'changed-since'] as const

/** Why something was not done, above what was typed, which stays. */
export function ProblemNote({ error }: { error: unknown }) {
  const text = useProblemText()(error)
  if (text === null) return null
  return (
    <p className="admin-note" data-look="warn" role="alert">
      <Icon name="warning" />
      {text}
    </p>
  )
}

/** A refusal in words: ours where the catalogue has it, else the server's. */
function useProblemText(): (error: unknown) => string | null {
  const t = useTranslations('admin')
  return (error) => {
    if (error === null || error === undefined) return null
    if (!(error instanceof ApiProblem)) return t('problem.unknown')
    const known = KNOWN.find((code) => code === error.more.code)
    if (known) return t(`problem.${known}`)
    if (error.status === 0) return t('problem.noAnswer')
    if (error.status === 503) return t('problem.notAudited')
    if (error.status === 404) return t('problem.gone')
    return error.errors.length > 0 ? t('problem.fields') : (error.detail ?? error.title)
  }
}
