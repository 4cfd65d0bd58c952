'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ConsoleState } from '@/lib/protocol/admin/console'

/** How the console's own session at the PBX stands, and why there is none. */
export function SessionSign({ state: { state, label, why }, onRetry }: { state: ConsoleState; onRetry: () => void }) {
  const t = useTranslations('console')
  const isReady = state === 'ready'
  return (
    <p className="console-session" role="status" data-bad={isReady || state === 'connecting' ? undefined : ''}>
      <Icon name={isReady ? 'done' : 'warning'} className={isReady ? 'admin-good' : ''} />
      <span>{t(`state.${state}`, { pbx: label })}</span>
      {why && <bdi className="admin-dim">{why}</bdi>}
      {!isReady && (
        <Button size="sm" icon="reload" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
    </p>
  )
}
