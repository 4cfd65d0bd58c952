'use client'

import { useDeferredValue, useState } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { AdminFrame } from '../admin-frame'
import { ACTIONS, useActionWords } from './action-words'
import { AuditLines } from './audit-lines'
import { AuditStory } from './audit-story'
import { ChainCheck } from './chain-check'
import { AUDIT_PATH, type AuditFilter, filterQuery, NO_FILTER, useAudit } from './use-audit'

/** Who did what to whom, when, from where, with which result. */
export function AuditPage() {
  const t = useTranslations('admin')
  const [filter, setFilter] = useState(NO_FILTER)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useAudit(useDeferredValue(filter))
  const [chosen, setChosen] = useState<number | null>(null)
  const lines = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <AdminFrame part="audit">
      <section className="ui-panel">
        <header>
          <h2>{t('part.audit')}</h2>
          <span className="ui-end" />
          <Button size="sm" icon="reload" onClick={() => void refetch()}>
            {t('audit.again')}
          </Button>
          <Export filter={filter} />
        </header>
        <div className="admin-body">
          <Filters filter={filter} onChange={setFilter} />
          <ChainCheck />
        </div>
        {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
        {data && lines.length === 0 && <Empty icon="book" title={t('audit.none')} />}
        {lines.length > 0 && (
          <AuditLines
            lines={lines}
            onOpen={setChosen}
            onEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
          />
        )}
      </section>
      {chosen !== null && <AuditStory seq={chosen} onClose={() => setChosen(null)} />}
    </AdminFrame>
  )
}

const FIELDS = [
  ['actor', 'search'],
  ['text', 'search'],
  ['from', 'date'],
  ['to', 'date'],
] as const

function Filters({ filter, onChange }: { filter: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  const t = useTranslations('admin')
  return (
    <div className="admin-row">
      <ActionField value={filter.action} onChange={(action) => onChange({ ...filter, action })} />
      {FIELDS.map(([name, type]) => (
        <TextField
          key={name}
          type={type}
          label={t(`audit.filter.${name}`)}
          value={filter[name]}
          onChange={(event) => onChange({ ...filter, [name]: event.target.value })}
        />
      ))}
    </div>
  )
}

const ANYTHING = 'anything'

function ActionField({ value, onChange }: { value: string; onChange: (action: string) => void }) {
  const t = useTranslations('admin')
  const words = useActionWords()
  const options = ACTIONS.map((action) => ({ value: action, label: words(action) }))
  return (
    <Field label={t('audit.filter.action')}>
      {(described) => (
        <Select
          {...described}
          value={value === '' ? ANYTHING : value}
          onChange={(next) => onChange(next === ANYTHING ? '' : next)}
          options={[{ value: ANYTHING, label: t('audit.anything') }, ...options]}
        />
      )}
    </Field>
  )
}

/** What is found, as a file. */
function Export({ filter }: { filter: AuditFilter }) {
  const t = useTranslations('admin')
  const timeZone = useTimeZone() ?? 'UTC'
  return (['csv', 'json'] as const).map((format) => {
    const query = filterQuery(filter, timeZone)
    query.set('format', format)
    return (
      <a
        key={format}
        className="ui-button"
        data-size="sm"
        href={`${AUDIT_PATH}/export?${query}`}
        download={format === 'csv' ? 'audit.csv' : 'audit.jsonl'}
        aria-label={t('audit.export', { format: format.toUpperCase() })}
      >
        {format.toUpperCase()}
      </a>
    )
  })
}
