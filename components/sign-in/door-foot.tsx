'use client'

import { useTranslations } from 'use-intl'
import { LanguageMenu } from '@/components/session/language-menu'
import { ThemeMenu } from '@/components/session/theme-menu'
import { Icon } from '@/components/ui/icon'
import { useServerState } from './use-server-state'

/** Below every door: whether there is anything behind it, and in which language and light one stands before it. */
export function DoorFoot() {
  const t = useTranslations('signIn')
  const { server, pbx } = useServerState()
  return (
    <footer className="door-foot">
      <span className="door-state" data-up={server === 'up' && pbx === 'up' ? '' : undefined} role="status">
        <Icon name={server === 'asked' ? 'catchingUp' : server === 'up' && pbx === 'up' ? 'live' : 'lost'} />
        <span>
          <b>{t(server === 'up' ? 'serverUp' : server === 'down' ? 'serverDown' : 'serverAsked')}</b>
          {server === 'up' && `, ${t(pbx === 'up' ? 'pbxUp' : 'pbxDown')}`}
        </span>
      </span>
      <span className="ui-end" />
      <LanguageMenu />
      <ThemeMenu />
    </footer>
  )
}
