'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Button } from '@/components/ui/button'
import { LoadError, Loading } from '@/components/ui/empty'
import { FieldError } from '@/components/ui/field'
import { type OwnSession, sessionsSchema } from '@/lib/protocol/account'
import { Panel } from './panel'
import { nothing, useAccount, useChange } from './use-account'
import { useBrowserText } from './use-browser-text'
import '@/components/ui/css/table.css'
import '@/components/ui/css/cards.css'

/** Where one is signed in; each other session can be ended, and then shows nothing any more. */
export function SessionsPanel() {
  const t = useTranslations('desk.own.sessions')
  const sessions = useAccount('/sessions', (value) => sessionsSchema.parse(value))
  const { change, busy, failure } = useChange()
  const others = sessions.data?.items.some(({ isCurrent }) => !isCurrent)
  const endOthers = (
    <Button size="sm" busy={busy} onClick={() => void change('DELETE', '/sessions', {}, nothing)}>
      {t('endOthers')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={others && endOthers}>
      {sessions.isPending && <Loading />}
      {sessions.isError && <LoadError error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {failure !== null && <FieldError>{failure}</FieldError>}
      {sessions.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
        <section className="account-wide ui-cards" aria-label={t('title')} tabIndex={0}>
          <table className="ui-table">
            <thead>
              <tr>
                <th scope="col">{t('browser')}</th>
                <th scope="col">{t('address')}</th>
                <th scope="col">{t('began')}</th>
                <th scope="col">{t('seen')}</th>
                <th scope="col">
                  <span className="ui-hidden">{t('end')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.data.items.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  onEnd={() => void change('DELETE', `/sessions/${encodeURIComponent(session.id)}`, {}, nothing)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const t = useTranslations('desk.own.sessions')
  const { dayAndTime: time } = useTimes()
  const browser = useBrowserText()(session.userAgent)
  return (
    <tr>
      <td title={session.userAgent}>
        {browser} {session.isCurrent && <span className="ui-count">({t('this')})</span>}
      </td>
      <td data-label={t('address')}>{session.address}</td>
      <td data-label={t('began')}>{time(session.createdAt)}</td>
      <td data-label={t('seen')}>{time(session.seenAt)}</td>
      <td className="r">
        {!session.isCurrent && (
          <Button size="sm" aria-label={t('endThis', { browser, address: session.address })} onClick={onEnd}>
            {t('end')}
          </Button>
        )}
      </td>
    </tr>
  )
}
