'use client'

import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Dialog } from '@/components/ui/dialog'
import { LoadError, Loading } from '@/components/ui/empty'
import { type AuditLineView, auditStorySchema } from '@/lib/protocol/admin/audit'
import { useMomentText } from '../moment-text'
import { useActionWords } from './action-words'
import { RESULT_CLASS } from './audit-lines'
import { AUDIT_PATH } from './use-audit'

/** All that belongs to one line: what was asked, and what became of it. */
export function AuditStory({ seq, onClose }: { seq: number; onClose: () => void }) {
  const t = useTranslations('admin')
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'audit-story', seq],
    queryFn: ({ signal }) =>
      fetchJson(`${AUDIT_PATH}/${seq}`, (value) => auditStorySchema.parse(value).items, { signal }),
  })
  return (
    <Dialog open onClose={onClose} size="wide" title={t('audit.story', { seq })}>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data?.map((line) => (
        <StoryLine key={line.seq} line={line} />
      ))}
    </Dialog>
  )
}

function StoryLine({ line }: { line: AuditLineView }) {
  const words = useActionWords()
  const t = useTranslations('admin')
  const moment = useMomentText(true)
  const detail = Object.entries(line.detail)
  return (
    <section className="admin-set">
      <h3>
        #{line.seq} <span className={RESULT_CLASS[line.result]}>{t(`audit.result.${line.result}`)}</span>
      </h3>
      <dl className="admin-detail">
        <dt>{t('audit.when')}</dt>
        <dd>{moment(line.at)}</dd>
        <dt>{t('audit.who')}</dt>
        <dd>
          <bdi>{line.actor ?? '–'}</bdi>
        </dd>
        <dt>{t('audit.what')}</dt>
        <dd>
          {words(line.action)} <span className="admin-dim">{line.action}</span>
        </dd>
        <dt>{t('audit.whom')}</dt>
        <dd>
          <bdi>{line.target ?? '–'}</bdi>
        </dd>
        <dt>{t('audit.where')}</dt>
        <dd>
          {line.address} ({line.via})
        </dd>
        {detail.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
