'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useBrowserText } from '@/components/account/use-browser-text'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { type AdminSession, adminSessionsSchema } from '@/lib/protocol/admin/sessions'
import { AdminFrame } from './admin-frame'
import { useMomentText } from './moment-text'
import { ProblemNote } from './problem-note'
import { useRemoval } from './use-removal'
import '@/components/ui/css/cards.css'

const PATH = '/api/v1/admin/sessions'

/** Every browser that is signed in. */
export function SessionsPage() {
  const t = useTranslations('admin')
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'sessions'],
    queryFn: ({ signal }) => fetchJson(PATH, (value) => adminSessionsSchema.parse(value).items, { signal }),
    refetchInterval: 30_000,
  })
  const removal = useRemoval('sessions')
  const [ending, setEnding] = useState<{ name: string; path: string; all: boolean } | null>(null)
  return (
    <AdminFrame part="sessions">
      <section className="ui-panel">
        <header>
          <h2>{t('part.sessions')}</h2>
          <span className="ui-count">{data?.length}</span>
        </header>
        <ProblemNote error={removal.error} />
        {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
        {data?.length === 0 && <Empty icon="globe" title={t('sessions.none')} />}
        {data && data.length > 0 && (
          <SessionsTable
            sessions={data}
            onEnd={({ id, accountName }) => setEnding({ name: accountName, path: `${PATH}/${id}`, all: false })}
            onEndAll={({ accountId, accountName }) =>
              setEnding({ name: accountName, path: `/api/v1/admin/accounts/${accountId}/sessions`, all: true })
            }
          />
        )}
      </section>
      {ending && (
        <Confirm
          open
          onClose={() => setEnding(null)}
          title={t(ending.all ? 'sessions.askAll' : 'sessions.ask', { name: ending.name })}
          text={t('sessions.about')}
          verb={t('sessions.end')}
          onConfirm={() => removal.mutate(ending.path)}
        />
      )}
    </AdminFrame>
  )
}

type SessionsTableProps = {
  sessions: readonly AdminSession[]
  onEnd: (session: AdminSession) => void
  onEndAll: (session: AdminSession) => void
}

function SessionsTable({ sessions, onEnd, onEndAll }: SessionsTableProps) {
  const t = useTranslations('admin')
  const moment = useMomentText()
  const browser = useBrowserText()
  return (
    <div className="admin-scroll ui-cards">
      <table className="ui-table">
        <thead>
          <tr>
            {(['who', 'address', 'browser', 'since', 'seen'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`sessions.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="ui-hidden">{t('sessions.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td>
                <bdi>{session.accountName}</bdi>{' '}
                {session.isCurrent && <span className="admin-dim">{t('sessions.own')}</span>}
              </td>
              <td data-label={t('sessions.address')}>{session.address}</td>
              <td data-label={t('sessions.browser')} title={session.userAgent}>
                {browser(session.userAgent)}
              </td>
              <td data-label={t('sessions.since')}>{moment(session.createdAt)}</td>
              <td data-label={t('sessions.seen')}>{moment(session.seenAt)}</td>
              <td className="r">
                <Button size="sm" why={session.isCurrent ? t('sessions.ownWhy') : null} onClick={() => onEnd(session)}>
                  {t('sessions.end')}
                </Button>{' '}
                <Button size="sm" onClick={() => onEndAll(session)}>
                  {t('sessions.endAll')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
