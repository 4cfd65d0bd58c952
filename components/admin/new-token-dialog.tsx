'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Checkbox, Field, FieldError, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { newTokenSchema, TOKEN_USES, type TokenUse } from '@/lib/protocol/account'
import { fieldError } from './field-error'
import { useAccounts } from './people/use-people-admin'
import { ProblemNote } from './problem-note'
import { numberOrText } from './settings/number-text'
import { useRefusedFields } from './use-refused-fields'

type Fields = { accountId: string; name: string; scopes: TokenUse[]; days: string }
const DEFAULT_DAYS = '365'

/** Asks what a token is for. */
export function NewTokenDialog({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }) {
  const t = useTranslations('admin')
  const client = useQueryClient()
  const people = useAccounts().data ?? []
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<Fields>({ defaultValues: { accountId: '', name: '', scopes: ['read'], days: DEFAULT_DAYS } })
  const showRefused = useRefusedFields(form, (path) => path.split('.')[0] ?? path)
  const { errors, isSubmitting } = form.formState
  const make = form.handleSubmit(async ({ days, ...fields }) => {
    try {
      const body = { ...fields, days: numberOrText(days) }
      const parse = (value: unknown) => newTokenSchema.parse(value).token
      const token = await fetchJson('/api/v1/admin/tokens', parse, { method: 'POST', body })
      await client.invalidateQueries({ queryKey: ['admin', 'tokens'] })
      onMade(token)
      onClose()
    } catch (error) {
      setProblem(error)
      showRefused(error)
    }
  })
  return (
    <Dialog open onClose={onClose} title={t('tokens.new')} text={t('tokens.hint')}>
      <form className="admin-set" onSubmit={(event) => void make(event)} noValidate>
        <ProblemNote error={problem} />
        <TextField
          label={t('tokens.name')}
          hint={t('tokens.nameHint')}
          {...form.register('name', { validate: (name) => name.trim() !== '' || t('required') })}
          error={fieldError(errors, 'name')}
        />
        <Field label={t('tokens.owner')} hint={t('tokens.ownerHint')} error={fieldError(errors, 'accountId')}>
          {(described) => (
            <Controller
              control={form.control}
              name="accountId"
              rules={{ required: t('required') }}
              render={({ field }) => (
                <Select
                  {...described}
                  value={field.value || undefined}
                  placeholder={t('choose')}
                  onChange={field.onChange}
                  options={people.map(({ id, name, displayName }) => ({ value: id, label: displayName || name }))}
                />
              )}
            />
          )}
        </Field>
        <fieldset className="admin-set">
          <legend>{t('tokens.scopes')}</legend>
          {TOKEN_USES.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} {...form.register('scopes')} />
          ))}
          {errors.scopes && <FieldError>{fieldError(errors, 'scopes') ?? t('required')}</FieldError>}
        </fieldset>
        <TextField
          label={t('tokens.days')}
          hint={t('tokens.daysHint')}
          inputMode="numeric"
          {...form.register('days')}
          error={fieldError(errors, 'days')}
        />
        <footer className="admin-row">
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('tokens.make')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </footer>
      </form>
    </Dialog>
  )
}
