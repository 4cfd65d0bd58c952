'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { MIN_PASSWORD, usePasswordHint } from '@/components/sign-in/password-hint'
import { Button } from '@/components/ui/button'
import { LoadError, Loading } from '@/components/ui/empty'
import { FieldError, TextField } from '@/components/ui/field'
import { accountSchema } from '@/lib/protocol/account'
import { Panel } from './panel'
import { nothing, useAccount, useChange } from './use-account'

type Fields = { current: string; next: string; again: string }

export function PasswordPanel() {
  const t = useTranslations('desk.own.password')
  const account = useAccount('', (value) => accountSchema.parse(value))
  return (
    <Panel title={t('title')}>
      {account.isPending && <Loading />}
      {account.isError && <LoadError error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (account.data.hasPassword ? <PasswordForm /> : <p>{t('none')}</p>)}
    </Panel>
  )
}

function PasswordForm() {
  const t = useTranslations('desk.own.password')
  const missing = useTranslations('signIn')('passwordMissing')
  const tell = usePasswordHint()
  const { change, busy, failure } = useChange()
  const [changed, setChanged] = useState(false)
  const form = useForm<Fields>({ defaultValues: { current: '', next: '', again: '' } })
  const { errors } = form.formState

  async function submit({ current, next }: Fields): Promise<void> {
    setChanged(false)
    if ((await change('POST', '/password', { current, next }, nothing)) === null) return
    form.reset()
    setChanged(true)
  }

  return (
    <form className="account-form" onSubmit={form.handleSubmit(submit)} noValidate>
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        error={errors.current?.message}
        {...form.register('current', { required: missing })}
      />
      <TextField
        label={t('next')}
        type="password"
        autoComplete="new-password"
        hint={tell(form.watch('next'))}
        error={errors.next?.message}
        {...form.register('next', { validate: (value) => value.length >= MIN_PASSWORD || tell(value) || missing })}
      />
      <TextField
        label={t('again')}
        type="password"
        autoComplete="new-password"
        error={errors.again?.message}
        {...form.register('again', { validate: (value, { next }) => value === next || t('different') })}
      />
      {failure !== null && <FieldError>{failure}</FieldError>}
      <p role="status">{changed && t('changed')}</p>
      <Button type="submit" look="primary" busy={busy}>
        {t('change')}
      </Button>
    </form>
  )
}
