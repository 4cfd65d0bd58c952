'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Checkbox, Field, TextArea, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ALLOWANCES, NUMBER_FORMATS } from '@/lib/protocol/admin/settings'
import { AdminFrame } from '../admin-frame'
import { fieldError } from '../field-error'
import { type DialFields, dialFields, dialPath, dialRulesOf } from './dial-fields'
import { SettingForm } from './setting-form'
import { TryNumber } from './try-number'

const WAYS = ['context', 'country', 'prefix', 'extensionDigits'] as const
const PHONE = ['callerId', 'autoAnswer', 'ringSeconds'] as const
const LIMITS = ['perMinute', 'perHour', 'atOnce', 'perMinuteOverall'] as const

/** Which numbers may be dialled, and how they are written for the PBX. */
export function DialPage() {
  const t = useTranslations('admin')
  return (
    <AdminFrame part="dial">
      <SettingForm
        name="dial"
        title={t('part.dial')}
        hint={t('dial.hint')}
        toForm={dialFields}
        toValue={dialRulesOf}
        pathOf={dialPath}
      >
        {(form, off) => <Rules form={form} off={off} />}
      </SettingForm>
    </AdminFrame>
  )
}

function Rules({ form, off }: { form: UseFormReturn<DialFields>; off: boolean }) {
  const t = useTranslations('admin')
  return (
    <>
      <div className="admin-pair">
        {WAYS.map((name) => (
          <Line key={name} form={form} name={name} />
        ))}
        <Format form={form} off={off} />
      </div>
      <fieldset className="admin-set">
        <legend>{t('dial.allow')}</legend>
        <div className="admin-checks">
          {ALLOWANCES.map((name) => (
            <Checkbox key={name} value={name} label={t(`dial.allowed.${name}`)} {...form.register('allow')} />
          ))}
        </div>
        <div className="admin-pair">
          <Line form={form} name="countries" />
          <TextArea
            label={t('dial.deny')}
            hint={t('dial.denyHint')}
            {...form.register('deny')}
            error={fieldError(form.formState.errors, 'deny')}
          />
        </div>
      </fieldset>
      <div className="admin-pair">
        {[...PHONE, ...LIMITS].map((name) => (
          <Line key={name} form={form} name={name} />
        ))}
      </div>
      <TryNumber rules={() => dialRulesOf(form.getValues())} />
    </>
  )
}

type LineName = (typeof WAYS)[number] | (typeof PHONE)[number] | (typeof LIMITS)[number] | 'countries'

function Line({ form, name }: { form: UseFormReturn<DialFields>; name: LineName }) {
  const t = useTranslations('admin')
  return (
    <TextField
      label={t(`dial.field.${name}`)}
      hint={t(`dial.about.${name}`)}
      {...form.register(name)}
      error={fieldError(form.formState.errors, name)}
    />
  )
}

function Format({ form, off }: { form: UseFormReturn<DialFields>; off: boolean }) {
  const t = useTranslations('admin')
  return (
    <Field label={t('dial.format')} hint={t('dial.formatHint')}>
      {(described) => (
        <Controller
          control={form.control}
          name="format"
          render={({ field }) => (
            <Select
              {...described}
              value={field.value}
              onChange={field.onChange}
              disabled={off}
              options={NUMBER_FORMATS.map((value) => ({ value, label: t(`dial.formats.${value}`) }))}
            />
          )}
        />
      )}
    </Field>
  )
}
