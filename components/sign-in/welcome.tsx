'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson } from '@/components/api/fetch-json'
import { Mark } from '@/components/desk/mark'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { type Welcome, welcomeSchema } from '@/lib/protocol/account'
import { DoorFoot } from './door-foot'
import { WelcomeForm } from './welcome-form'
import './door.css'

type Looked =
  | { state: 'looking' }
  | { state: 'noToken' }
  | { state: 'spent' }
  | { state: 'failed'; error: unknown }
  | { state: 'open'; token: string; welcome: Welcome }

/** What a one-time link opens: a first administrator, an invitation, a new password. The token stands after `#`, which no server is sent. */
export function WelcomePage() {
  const t = useTranslations('signIn')
  const [looked, lookAgain] = useLook()
  return (
    <div className="desk door">
      <main>
        <h1>
          <Mark name />
          <span className="ui-hidden">{t('welcome.title')}</span>
        </h1>
        {looked.state === 'looking' && <Loading />}
        {looked.state === 'failed' && <LoadError error={looked.error} onRetry={lookAgain} />}
        {(looked.state === 'noToken' || looked.state === 'spent') && (
          <Empty icon="link" title={t(`welcome.${looked.state}`)} hint={t(`welcome.${looked.state}Hint`)}>
            <a className="ui-button" href="/sign-in">
              {t('welcome.toSignIn')}
            </a>
          </Empty>
        )}
        {looked.state === 'open' && <WelcomeForm token={looked.token} welcome={looked.welcome} />}
      </main>
      <DoorFoot />
    </div>
  )
}

function useLook(): [Looked, () => void] {
  const [looked, setLooked] = useState<Looked>({ state: 'looking' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again
  useEffect(() => {
    let over = false
    const look = async () => {
      setLooked({ state: 'looking' })
      const next = await lookAt(location.hash.slice(1))
      if (!over) setLooked(next)
    }
    void look()
    // A second link pasted over the first changes what follows # alone, and loads nothing.
    window.addEventListener('hashchange', look)
    return () => {
      over = true
      window.removeEventListener('hashchange', look)
    }
  }, [round])
  return [looked, () => setRound(round + 1)]
}

async function lookAt(token: string): Promise<Looked> {
  if (token === '') return { state: 'noToken' }
  try {
    const body = { token }
    const parse = (value: unknown) => welcomeSchema.parse(value)
    const welcome = await fetchJson('/api/v1/welcome/look', parse, { method: 'POST', body, mayBeSignedOut: true })
    return { state: 'open', token, welcome }
  } catch (error) {
    const gone = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429
    return gone ? { state: 'spent' } : { state: 'failed', error }
  }
}
