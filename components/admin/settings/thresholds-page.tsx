'use client'

import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Button, IconButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { SettingValue } from '@/lib/protocol/admin/settings'
import { AdminFrame } from '../admin-frame'
import { fieldError } from '../field-error'
import { numberOrText, numberText } from './number-text'
import { SettingForm } from './setting-form'

const LIMITS = [
  'waitWarning',
  'waitCritical',
  'waitingWarning',
  'waitingCritical',
  'levelWarning',
  'levelCritical',
] as const
type Row = { queue: string } & Record<(typeof LIMITS)[number], string>
type Fields = { rows: Row[] }

/** Limits that colour queues. */
export function ThresholdsPage() {
  const t = useTranslations('admin')
  return (
    <AdminFrame part="thresholds">
      <SettingForm
        name="thresholds"
        title={t('part.thresholds')}
        hint={t('thresholds.hint')}
        toForm={toForm}
        toValue={({ rows }) => Object.fromEntries(rows.map((row) => [row.queue.trim(), limitsOf(row)]))}
        pathOf={(path, { rows }) => {
          const index = rows.findIndex(({ queue }) => path === queue.trim() || path.startsWith(`${queue.trim()}.`))
          const limit = LIMITS.find((name) => path.endsWith(`.${name}`))
          return index === -1 ? 'root' : `rows.${index}.${limit ?? 'queue'}`
        }}
      >
        {(form, off) => <Rows form={form} off={off} />}
      </SettingForm>
    </AdminFrame>
  )
}

function toForm(value: SettingValue<'thresholds'>): Fields {
  const rows = Object.entries(value).map(([queue, limits]) => rowOf(queue, (name) => numberText(limits[name])))
  return { rows }
}

function rowOf(queue: string, textOf: (name: (typeof LIMITS)[number]) => string): Row {
  const texts = Object.fromEntries(LIMITS.map((name) => [name, textOf(name)])) as Omit<Row, 'queue'>
  return { queue, ...texts }
}

/** What is left empty is not said, so that the queue's other limits hold. */
function limitsOf(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    LIMITS.filter((name) => row[name].trim() !== '').map((name) => [name, numberOrText(row[name])]),
  )
}

function Rows({ form, off }: { form: UseFormReturn<Fields>; off: boolean }) {
  const t = useTranslations('admin')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rows' })
  const queues = useLiveRecords('queues')
  const taken = new Set(fields.map(({ queue }) => queue))
  const free = [...new Set(queues.map(({ name }) => name))].filter((name) => !taken.has(name))
  const { errors } = form.formState
  return (
    <>
      {fields.map(({ id, queue }, index) => (
        <fieldset className="admin-set" key={id}>
          <legend>{queue}</legend>
          <div className="admin-row">
            {LIMITS.map((name) => (
              <TextField
                key={name}
                label={t(`thresholds.${name}`)}
                inputMode="decimal"
                {...form.register(`rows.${index}.${name}`)}
                error={fieldError(errors, `rows.${index}.${name}`)}
              />
            ))}
            {!off && <IconButton icon="trash" label={t('remove')} onClick={() => remove(index)} />}
          </div>
        </fieldset>
      ))}
      {!off && (
        <div className="admin-row">
          {free.map((name) => (
            <Button key={name} icon="plus" onClick={() => append(rowOf(name, () => ''))}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
