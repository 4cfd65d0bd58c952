'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { send } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { FieldError, TextField } from '@/components/ui/field'
import type { Welcome } from '@/lib/protocol/account'
import { MIN_PASSWORD, usePasswordHint } from './password-hint'

type Fields = { name: string; displayName: string; password: string; again: string }

/** What the server may find wrong that the page did not. */
const WRONG = ['name', 'password'] as const

/** Chooses the password (the first administrator: the name, too) that a one-time link is for. */
export function WelcomeForm({ token, welcome }: { token: string; welcome: Welcome }) {
  const t = useTranslations('signIn')
  const tell = usePasswordHint()
  const [failure, setFailure] = useState<string | null>(null)
  const first = welcome.kind === 'first-admin'
  const form = useForm<Fields>({ defaultValues: { name: '', displayName: '', password: '', again: '' } })
  const { errors, isSubmitting } = form.formState
  const name = welcome.displayName ?? welcome.name ?? ''
  const kind = first ? 'first' : welcome.kind === 'reset' ? 'reset' : 'invitation'

  async function submit({ name, displayName, password }: Fields): Promise<void> {
    setFailure(null)
    const body = {
      token,
      password,
      ...(first && { name: name.trim(), displayName: displayName.trim() || name.trim() }),
    }
    try {
      await send('/api/v1/welcome', { method: 'POST', body, mayBeSignedOut: true })
      location.assign('/')
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const wrong = WRONG.filter((name) => error.errors.some(({ path }) => path === name))
      for (const name of wrong) form.setError(name, { message: t(name === 'name' ? 'nameWrong' : 'strength.weak') })
      if (wrong.length === 0) setFailure(error.status === 0 ? t('noServer') : (error.detail ?? error.title))
    }
  }

  return (
    <form className="door-form" onSubmit={form.handleSubmit(submit)} noValidate>
      <h2>{t(`welcome.${kind}`, { name })}</h2>
      <p className="door-note">{t(`welcome.${kind}Hint`, { name: welcome.name ?? '' })}</p>
      {first ? (
        <>
          <TextField
            label={t('welcome.name')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            error={errors.name?.message}
            {...form.register('name', { validate: (value) => value.trim() !== '' || t('nameMissing') })}
          />
          <TextField
            label={t('welcome.displayName')}
            autoComplete="name"
            error={errors.displayName?.message}
            {...form.register('displayName')}
          />
        </>
      ) : (
        <input type="hidden" autoComplete="username" value={welcome.name ?? ''} readOnly />
      )}
      <TextField
        label={t('welcome.password')}
        type="password"
        autoComplete="new-password"
        hint={tell(form.watch('password'))}
        error={errors.password?.message}
        {...form.register('password', {
          validate: (value) => value.length >= MIN_PASSWORD || tell(value) || t('passwordMissing'),
        })}
      />
      <TextField
        label={t('welcome.again')}
        type="password"
        autoComplete="new-password"
        error={errors.again?.message}
        {...form.register('again', {
          validate: (value, { password }) => value === password || t('welcome.different'),
        })}
      />
      {failure !== null && <FieldError>{failure}</FieldError>}
      <Button type="submit" look="primary" size="lg" busy={isSubmitting}>
        {t('welcome.submit')}
      </Button>
    </form>
  )
}
