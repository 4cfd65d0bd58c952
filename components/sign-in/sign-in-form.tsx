'use client'

import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox, FieldError, TextField } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { Enrolment } from '@/lib/protocol/account'
import { EnrolmentSign } from './enrolment-sign'
import { type Refusal, useSignIn } from './use-sign-in'
import { useWait } from './use-wait'

type SignInFormProps = {
  /** Where it leads then. */
  next: string | null
}

type Wrong = { name?: string; password?: string; code?: string }

/** Name and password, and where the account asks for it, the code of a second step. */
export function SignInForm({ next }: SignInFormProps) {
  const t = useTranslations('signIn')
  const { signIn, busy, refusal, step, enrolment, back } = useSignIn(next)
  const [wrong, setWrong] = useState<Wrong>({})
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [stay, setStay] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const hydrated = useHydrated()
  const wait = useWait(refusal?.kind === 'wait' ? refusal.until : null)

  // Whoever is quick, or the browser itself, has filled in the server's HTML before the page lives.
  useLayoutEffect(() => {
    const given = new FormData(form.current ?? undefined)
    setName(String(given.get('username') ?? ''))
    setPassword(String(given.get('password') ?? ''))
    setStay(given.has('stay'))
  }, [])

  function submit(event: FormEvent): void {
    event.preventDefault()
    const missing: Wrong = {}
    if (name.trim() === '') missing.name = t('nameMissing')
    if (password === '') missing.password = t('passwordMissing')
    if (step === 'code' && code.trim() === '') missing.code = t('codeMissing')
    setWrong(missing)
    if (Object.keys(missing).length > 0 || wait !== null || busy) return
    void signIn({
      name: name.trim(),
      password,
      stay,
      ...(step === 'code' && { code: code.trim() }),
      ...(enrolment !== null && { enrol: enrolment.sealed }),
    })
  }

  const said = wait === null ? textOf(refusal) : t('wait', { time: wait })
  return (
    <form ref={form} className="door-form" onSubmit={submit} noValidate>
      {step === 'code' ? (
        <CodeStep code={code} onCode={setCode} error={wrong.code} enrolment={enrolment} />
      ) : (
        <>
          <TextField
            label={t('name')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={wrong.name}
          />
          <PasswordField
            value={password}
            onChange={setPassword}
            error={wrong.password}
            invalid={refusal?.kind === 'wrong'}
          />
        </>
      )}
      {said !== null && <FieldError>{said}</FieldError>}
      {step === 'password' && (
        <div className="door-row">
          <Checkbox label={t('stay')} name="stay" checked={stay} onChange={(event) => setStay(event.target.checked)} />
          <details className="ui-end">
            <summary>{t('forgot')}</summary>
            <p className="ui-hint">{t('forgotHint')}</p>
          </details>
        </div>
      )}
      {/* Sent before the page lives, the password would stand in the address. */}
      <Button type={hydrated ? 'submit' : 'button'} look="primary" size="lg" busy={busy}>
        {t('submit')}
      </Button>
      {step === 'code' && (
        <Button size="lg" look="ghost" onClick={back}>
          {t('back')}
        </Button>
      )}
    </form>
  )

  function textOf(why: Refusal | null): string | null {
    switch (why?.kind) {
      case 'wrong':
        return why.triesLeft === null ? t('wrong') : t('triesLeft', { count: why.triesLeft })
      case 'code':
        return t('codeWrong')
      case 'noServer':
        return t('noServer')
      case 'other':
        return t('failed', { detail: why.detail })
      default:
        return null
    }
  }
}

type PasswordFieldProps = {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  invalid: boolean
}

function PasswordField({ value, onChange, error, invalid }: PasswordFieldProps) {
  const t = useTranslations('signIn')
  const [capsLock, setCapsLock] = useState(false)
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (invalid) ref.current?.select()
  }, [invalid])
  return (
    <TextField
      ref={ref}
      label={t('password')}
      type="password"
      name="password"
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      hint={capsLock ? t('capsLock') : undefined}
      error={error}
      aria-invalid={invalid || undefined}
    />
  )
}

type CodeStepProps = {
  code: string
  onCode: (code: string) => void
  error: string | undefined
  enrolment: Enrolment | null
}

function CodeStep({ code, onCode, error, enrolment }: CodeStepProps) {
  const t = useTranslations('signIn')
  return (
    <>
      <h2>{t(enrolment === null ? 'codeTitle' : 'enrolTitle')}</h2>
      {enrolment !== null && (
        <>
          <p className="door-note">{t('enrolHint')}</p>
          <EnrolmentSign enrolment={enrolment} />
        </>
      )}
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        name="code"
        autoComplete="one-time-code"
        inputMode="text"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={code}
        onChange={(event) => onCode(event.target.value)}
        error={error}
      />
    </>
  )
}
