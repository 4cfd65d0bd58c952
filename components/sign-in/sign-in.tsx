'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Mark } from '@/components/desk/mark'
import { FieldError } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { DoorFoot } from './door-foot'
import { SignInForm } from './sign-in-form'
import './door.css'

/** As the way back from the identity provider says it. */
const OIDC_ERRORS = ['unreachable', 'flow', 'refused', 'unknown', 'disabled'] as const

type SignInProps = {
  next: string | null
  /** Why the identity provider did not let in, as its way back said. */
  oidcError: string | null
}

/** The page at which people sign in. */
export function SignIn({ next, oidcError }: SignInProps) {
  const t = useTranslations('signIn')
  const company = useCompanyAccount()
  return (
    <div className="desk door">
      <main>
        <h1>
          <Mark name />
          <span className="ui-hidden">{t('title')}</span>
        </h1>
        {next !== null && <p className="door-note">{t('toGoOn')}</p>}
        {oidcError !== null && (
          <FieldError>{t(`oidcFailed.${OIDC_ERRORS.find((known) => known === oidcError) ?? 'refused'}`)}</FieldError>
        )}
        <SignInForm next={next} />
        {company !== null && (
          <>
            <p className="door-or">{t('or')}</p>
            <a
              className="ui-button"
              data-size="lg"
              href={`/api/v1/session/oidc${next === null ? '' : `?next=${encodeURIComponent(next)}`}`}
            >
              <Icon name="key" />
              {company}
            </a>
          </>
        )}
      </main>
      <DoorFoot />
    </div>
  )
}

/** What the company's account is called; `null`: there is none, or nobody knows yet. */
function useCompanyAccount(): string | null {
  const [label, setLabel] = useState<string | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    fetchJson('/api/v1/session/ways', labelOf, { signal: asked.signal, mayBeSignedOut: true }).then(setLabel, () => {})
    return () => asked.abort()
  }, [])
  return label
}

function labelOf(value: unknown): string | null {
  const label = (value as { oidc?: unknown } | null)?.oidc
  return typeof label === 'string' && label !== '' ? label : null
}
