'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { auditVerdictSchema } from '@/lib/protocol/admin/audit'
import { ProblemNote } from '../problem-note'
import { AUDIT_PATH } from './use-audit'

/** Holds the whole log against its chain, when somebody asks. */
export function ChainCheck() {
  const t = useTranslations('admin')
  const check = useMutation({
    mutationFn: () => fetchJson(`${AUDIT_PATH}/verify`, (value) => auditVerdictSchema.parse(value)),
  })
  const { data } = check
  return (
    <div className="admin-row">
      <Button icon="shield" busy={check.isPending} onClick={() => check.mutate()}>
        {t('audit.check')}
      </Button>
      <ProblemNote error={check.error} />
      {check.isPending && <p role="status">{t('audit.checking')}</p>}
      {data && data.broken === null && (
        <p className="admin-note" role="status">
          <Icon name="done" className="admin-good" />
          {t('audit.whole', { lines: data.lines })}
        </p>
      )}
      {data && data.broken !== null && (
        <p className="admin-note" data-look="warn" role="alert">
          <Icon name="critical" />
          {t('audit.broken', { seq: data.broken })}
        </p>
      )}
    </div>
  )
}
