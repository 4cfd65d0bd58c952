'use client'

import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox, TextField } from '@/components/ui/field'
import { AdminFrame } from '../admin-frame'
import { fieldError } from '../field-error'
import { numberOrText, numberText } from './number-text'
import { SettingForm } from './setting-form'

type Fields = { reasons: { name: string; minutes: string }[] }

/** Why agents may pause, in the order in which it is offered. */
export function ReasonsPage() {
  const t = useTranslations('admin')
  return (
    <AdminFrame part="reasons">
      <SettingForm
        name="pauseReasons"
        title={t('part.reasons')}
        hint={t('reasons.hint')}
        toForm={(value): Fields => ({
          reasons: value.map(({ name, limitSeconds }) => ({
            name,
            minutes: numberText(limitSeconds === null ? null : limitSeconds / 60),
          })),
        })}
        toValue={({ reasons }) => reasons.map(({ name, minutes }) => ({ name, limitSeconds: seconds(minutes) }))}
        pathOf={(path) => (path === '' ? 'root' : `reasons.${path.replace('limitSeconds', 'minutes')}`)}
      >
        {(form, off) => <Reasons form={form} off={off} />}
      </SettingForm>
      <SettingForm
        name="freePauseReason"
        title={t('reasons.free')}
        toForm={(free) => ({ free })}
        toValue={({ free }) => free}
      >
        {({ register }) => <Checkbox label={t('reasons.freeLabel')} {...register('free')} />}
      </SettingForm>
    </AdminFrame>
  )
}

function seconds(minutes: string): number | string | null {
  const value = numberOrText(minutes)
  return typeof value === 'number' ? Math.round(value * 60) : value
}

function Reasons({ form, off }: { form: UseFormReturn<Fields>; off: boolean }) {
  const t = useTranslations('admin')
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'reasons' })
  const { errors } = form.formState
  return (
    <>
      {fields.map(({ id }, index) => (
        <div className="admin-row" key={id}>
          <TextField
            label={t('reasons.name')}
            {...form.register(`reasons.${index}.name`)}
            error={fieldError(errors, `reasons.${index}.name`)}
          />
          <TextField
            label={t('reasons.minutes')}
            inputMode="decimal"
            {...form.register(`reasons.${index}.minutes`)}
            error={fieldError(errors, `reasons.${index}.minutes`)}
          />
          {!off && (
            <span className="admin-buttons">
              <IconButton
                icon="arrowUp"
                label={t('up')}
                why={index === 0 ? t('isFirst') : null}
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                icon="arrowDown"
                label={t('down')}
                why={index === fields.length - 1 ? t('isLast') : null}
                onClick={() => move(index, index + 1)}
              />
              <IconButton icon="trash" label={t('remove')} onClick={() => remove(index)} />
            </span>
          )}
        </div>
      ))}
      {!off && (
        <div>
          <Button icon="plus" onClick={() => append({ name: '', minutes: '' })}>
            {t('reasons.add')}
          </Button>
        </div>
      )}
    </>
  )
}
