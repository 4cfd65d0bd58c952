'use client'

import { useTranslations } from 'use-intl'
import { send } from '@/components/api/fetch-json'
import { DeskPage } from '@/components/desk/desk-page'
import { phoneName } from '@/components/dial/number-link'
import { LanguageMenu } from '@/components/session/language-menu'
import { ThemeMenu } from '@/components/session/theme-menu'
import { useViewer } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { LinksPanel } from './links-panel'
import { Panel } from './panel'
import { PasswordPanel } from './password-panel'
import { SessionsPanel } from './sessions-panel'
import { TokensPanel } from './tokens-panel'
import { TwoFactorPanel } from './two-factor-panel'
import './account.css'

/** One's own account: who one is here, how one signs in, where one is signed in, and what acts in one's name. */
export function AccountPage() {
  const t = useTranslations('desk')
  return (
    <DeskPage title={t('own.title')}>
      <div className="account">
        <MePanel />
        <PasswordPanel />
        <TwoFactorPanel />
        <SessionsPanel />
        <LinksPanel />
        <TokensPanel />
      </div>
    </DeskPage>
  )
}

function MePanel() {
  const t = useTranslations('desk')
  const { name, role, queues, phones } = useViewer()
  return (
    <Panel title={name} aside={<SignOut />}>
      <dl className="account-facts">
        <dt>{t('own.role')}</dt>
        <dd>{t(`own.roles.${role}`)}</dd>
        <dt>{t('own.queues')}</dt>
        <dd>{queues === null ? t('own.allQueues') : queues.join(', ') || '–'}</dd>
        <dt>{t('own.phones')}</dt>
        <dd>
          {phones.length === 0 && t('own.noPhones')}
          {phones.map((phone) => (
            <bdi key={phone.interface} className="block">
              {phoneName(phone)}
            </bdi>
          ))}
        </dd>
        <dt>{t('own.look')}</dt>
        <dd className="flex flex-wrap">
          <LanguageMenu />
          <ThemeMenu />
        </dd>
      </dl>
    </Panel>
  )
}

function SignOut() {
  const t = useTranslations('desk')
  async function signOut(): Promise<void> {
    await send('/api/v1/session', { method: 'DELETE', mayBeSignedOut: true }).catch(() => {})
    location.assign('/sign-in')
  }
  return (
    <Button icon="logOut" onClick={() => void signOut()}>
      {t('signOut')}
    </Button>
  )
}
