'use client'

import { useId } from 'react'
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useCacheStatus, useLiveRecords } from '@/components/live/use-live'
import { Button, IconButton } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { fieldError } from '../field-error'
import type { PersonFields } from './person-fields'

type PhonesFieldProps = { form: UseFormReturn<PersonFields> }

/** Phones given to somebody, the preferred one first: chosen from what the live picture knows, or typed. */
export function PhonesField({ form }: PhonesFieldProps) {
  const t = useTranslations('admin')
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'phones' })
  const links = useCacheStatus(({ links: all }) => all)
  const first = links[0]?.pbx ?? 'pbx'
  return (
    <fieldset className="admin-set">
      <legend>{t('people.phones')}</legend>
      {fields.map(({ id }, index) => (
        <div className="admin-row" key={id}>
          {links.length > 1 && <PbxField form={form} index={index} names={links.map(({ pbx }) => pbx)} />}
          <InterfaceField form={form} index={index} />
          <TextField
            label={t('phones.exten')}
            {...form.register(`phones.${index}.exten`)}
            error={fieldError(form.formState.errors, `phones.${index}.exten`)}
          />
          <TextField
            label={t('phones.label')}
            {...form.register(`phones.${index}.label`)}
            error={fieldError(form.formState.errors, `phones.${index}.label`)}
          />
          <span className="admin-buttons">
            <IconButton
              icon="arrowUp"
              label={t('phones.prefer')}
              why={index === 0 ? t('isFirst') : null}
              onClick={() => move(index, index - 1)}
            />
            <IconButton icon="trash" label={t('remove')} onClick={() => remove(index)} />
          </span>
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() =>
            append(
              { pbx: first, interface: '', exten: '', label: '' },
              { focusName: `phones.${fields.length}.interface` },
            )
          }
        >
          {t('phones.add')}
        </Button>
      </div>
    </fieldset>
  )
}

type OneProps = PhonesFieldProps & { index: number }

function PbxField({ form, index, names }: OneProps & { names: readonly string[] }) {
  const t = useTranslations('admin')
  const value = useWatch({ control: form.control, name: `phones.${index}.pbx` })
  return (
    <Field label={t('phones.pbx')}>
      {(described) => (
        <Select
          {...described}
          value={value}
          onChange={(pbx) => form.setValue(`phones.${index}.pbx`, pbx, { shouldDirty: true })}
          options={names.map((name) => ({ value: name, label: name }))}
        />
      )}
    </Field>
  )
}

/** Digits at the end of an interface are most often what others dial. */
const EXTEN_IN_INTERFACE = /^[A-Za-z0-9_]+\/(\d{2,8})$/

function InterfaceField({ form, index }: OneProps) {
  const t = useTranslations('admin')
  const list = useId()
  const members = useLiveRecords('members')
  const known = new Map(members.map(({ interface: name, name: person }) => [name, person]))
  const fillExten = (name: string) => {
    const exten = EXTEN_IN_INTERFACE.exec(name)?.[1]
    const path = `phones.${index}.exten` as const
    if (exten && form.getValues(path) === '') form.setValue(path, exten, { shouldDirty: true })
  }
  return (
    <>
      <TextField
        label={t('phones.interface')}
        placeholder="PJSIP/101"
        list={list}
        autoComplete="off"
        {...form.register(`phones.${index}.interface`, { onBlur: (event) => fillExten(event.target.value) })}
        error={fieldError(form.formState.errors, `phones.${index}.interface`)}
      />
      <datalist id={list}>
        {[...known].sort().map(([name, person]) => (
          <option key={name} value={name}>
            {person}
          </option>
        ))}
      </datalist>
    </>
  )
}
