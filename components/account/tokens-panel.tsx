'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { LoadError, Loading } from '@/components/ui/empty'
import { FieldError } from '@/components/ui/field'
import { type OwnToken, tokensSchema } from '@/lib/protocol/account'
import { NewToken } from './new-token'
import { Panel } from './panel'
import { nothing, useAccount, useChange } from './use-account'
import '@/components/ui/css/table.css'
import '@/components/ui/css/cards.css'

/** Tokens by which programs act in one's name. */
export function TokensPanel() {
  const t = useTranslations('desk.own.tokens')
  const tokens = useAccount('/tokens', (value) => tokensSchema.parse(value))
  const { change, failure } = useChange()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<OwnToken | null>(null)
  return (
    <Panel
      title={t('title')}
      aside={
        <Button icon="plus" onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      }
    >
      <p className="text-ink-2">{t('hint')}</p>
      {tokens.isPending && <Loading />}
      {tokens.isError && <LoadError error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {failure !== null && <FieldError>{failure}</FieldError>}
      {tokens.data?.items.length === 0 && <p>{t('none')}</p>}
      {tokens.data && tokens.data.items.length > 0 && <TokensTable tokens={tokens.data.items} onRevoke={setRevoking} />}
      <NewToken open={making} onClose={() => setMaking(false)} />
      <Confirm
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeThis', { name: revoking?.name ?? '' })}
        text={t('revokeText')}
        verb={t('revoke')}
        onConfirm={() => void change('DELETE', `/tokens/${encodeURIComponent(revoking?.id ?? '')}`, {}, nothing)}
      />
    </Panel>
  )
}

function TokensTable({ tokens, onRevoke }: { tokens: readonly OwnToken[]; onRevoke: (token: OwnToken) => void }) {
  const t = useTranslations('desk.own.tokens')
  const { day } = useTimes()
  return (
    <div className="account-wide ui-cards">
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('may')}</th>
            <th scope="col">{t('lastUsed')}</th>
            <th scope="col">{t('ends')}</th>
            <th scope="col">
              <span className="ui-hidden">{t('revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <td>
                <bdi>{token.name}</bdi>
              </td>
              <td data-label={t('may')}>{token.scopes.map((use) => t(`uses.${use}`)).join(', ')}</td>
              <td data-label={t('lastUsed')}>{token.usedAt === null ? t('neverUsed') : day(token.usedAt)}</td>
              <td data-label={t('ends')}>{token.expiresAt === null ? t('never') : day(token.expiresAt)}</td>
              <td className="r">
                <Button size="sm" look="danger" onClick={() => onRevoke(token)}>
                  {t('revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
