'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { type AdminToken, adminTokensSchema } from '@/lib/protocol/admin/tokens'
import { AdminFrame } from './admin-frame'
import { useMomentText } from './moment-text'
import { NewTokenDialog } from './new-token-dialog'
import { ProblemNote } from './problem-note'
import { ToldOnce } from './told-once'
import { useRemoval } from './use-removal'
import '@/components/ui/css/cards.css'

const PATH = '/api/v1/admin/tokens'

/** API tokens of everybody. */
export function TokensPage() {
  const t = useTranslations('admin')
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'tokens'],
    queryFn: ({ signal }) => fetchJson(PATH, (value) => adminTokensSchema.parse(value).items, { signal }),
  })
  const removal = useRemoval('tokens')
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<AdminToken | null>(null)
  return (
    <AdminFrame
      part="tokens"
      tools={
        <Button icon="plus" look="primary" onClick={() => setMaking(true)}>
          {t('tokens.new')}
        </Button>
      }
    >
      <section className="ui-panel">
        <header>
          <h2>{t('part.tokens')}</h2>
          <span className="ui-count">{data?.length}</span>
        </header>
        <ProblemNote error={removal.error} />
        {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
        {data?.length === 0 && <Empty icon="key" title={t('tokens.none')} hint={t('tokens.hint')} />}
        {data && data.length > 0 && <TokensTable tokens={data} onRevoke={setRevoking} />}
      </section>
      {making && <NewTokenDialog onClose={() => setMaking(false)} onMade={setSecret} />}
      {secret && (
        <ToldOnce
          title={t('tokens.madeTitle')}
          text={t('tokens.madeText')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
      {revoking && (
        <Confirm
          open
          onClose={() => setRevoking(null)}
          title={t('tokens.ask', { name: revoking.name })}
          text={t('tokens.about')}
          verb={t('tokens.revoke')}
          onConfirm={() => removal.mutate(`${PATH}/${revoking.id}`)}
        />
      )}
    </AdminFrame>
  )
}

function TokensTable({ tokens, onRevoke }: { tokens: readonly AdminToken[]; onRevoke: (token: AdminToken) => void }) {
  const t = useTranslations('admin')
  const moment = useMomentText()
  return (
    <div className="admin-scroll ui-cards">
      <table className="ui-table">
        <thead>
          <tr>
            {(['name', 'owner', 'scopes', 'made', 'used', 'expires'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`tokens.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="ui-hidden">{t('tokens.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <td>
                <bdi>{token.name}</bdi>
              </td>
              <td data-label={t('tokens.owner')}>
                <bdi>{token.accountName}</bdi>
              </td>
              <td data-label={t('tokens.scopes')}>{token.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</td>
              <td data-label={t('tokens.made')}>{moment(token.createdAt)}</td>
              <td data-label={t('tokens.used')}>{moment(token.usedAt)}</td>
              <td data-label={t('tokens.expires')}>
                {token.expiresAt === null ? t('tokens.never') : moment(token.expiresAt)}
              </td>
              <td className="r">
                <Button size="sm" look="danger" onClick={() => onRevoke(token)}>
                  {t('tokens.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
