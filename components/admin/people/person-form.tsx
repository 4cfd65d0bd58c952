'use client'

import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { NUMBER_RIGHTS, NUMBERS_OF_ROLE, ROLES } from '@/lib/domain/rights'
import { fieldError } from '../field-error'
import { QueuePicker } from '../queue-picker'
import { PermissionsField } from './permissions-field'
import type { PersonFields } from './person-fields'
import { PhonesField } from './phones-field'

type PersonFormProps = { form: UseFormReturn<PersonFields>; isNew: boolean }

export function PersonForm({ form, isNew }: PersonFormProps) {
  const t = useTranslations('admin')
  const { errors } = form.formState
  return (
    <>
      <div className="admin-pair">
        <TextField
          label={t('people.signInName')}
          autoComplete="off"
          {...form.register('name', { validate: (name) => name.trim() !== '' || t('required') })}
          error={fieldError(errors, 'name')}
        />
        <TextField
          label={t('people.displayName')}
          autoComplete="off"
          {...form.register('displayName')}
          error={fieldError(errors, 'displayName')}
        />
        <RoleField form={form} />
        <NumbersField form={form} />
      </div>
      <Controller
        control={form.control}
        name="queues"
        render={({ field }) => (
          <QueuePicker
            legend={t('people.sees')}
            allLabel={t('people.seesAll')}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <PhonesField form={form} />
      <Controller
        control={form.control}
        name="overrides"
        render={({ field }) => <PermissionsOfRole form={form} value={field.value} onChange={field.onChange} />}
      />
      {!isNew && (
        <Controller
          control={form.control}
          name="isDisabled"
          render={({ field }) => <Switch label={t('people.disable')} checked={field.value} onChange={field.onChange} />}
        />
      )}
    </>
  )
}

type OverridesProps = {
  form: UseFormReturn<PersonFields>
  value: PersonFields['overrides']
  onChange: (value: PersonFields['overrides']) => void
}

function PermissionsOfRole({ form, value, onChange }: OverridesProps) {
  const role = useWatch({ control: form.control, name: 'role' })
  return <PermissionsField role={role} value={value} onChange={onChange} />
}

function RoleField({ form }: { form: UseFormReturn<PersonFields> }) {
  const t = useTranslations('admin')
  return (
    <Field label={t('people.role')} error={fieldError(form.formState.errors, 'role')}>
      {(described) => (
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Select
              {...described}
              value={field.value}
              onChange={field.onChange}
              options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
          )}
        />
      )}
    </Field>
  )
}

function NumbersField({ form }: { form: UseFormReturn<PersonFields> }) {
  const t = useTranslations('admin')
  const role = useWatch({ control: form.control, name: 'role' })
  const byRole = { value: 'byRole' as const, label: t('byRole', { what: t(`numbers.${NUMBERS_OF_ROLE[role]}`) }) }
  return (
    <Field label={t('people.numbers')}>
      {(described) => (
        <Controller
          control={form.control}
          name="numbers"
          render={({ field }) => (
            <Select
              {...described}
              value={field.value}
              onChange={field.onChange}
              options={[byRole, ...NUMBER_RIGHTS.map((value) => ({ value, label: t(`numbers.${value}`) }))]}
            />
          )}
        />
      )}
    </Field>
  )
}
