'use client'

import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { AdminFrame } from '../admin-frame'
import { fieldError } from '../field-error'
import { textOrNull } from './number-text'
import { SettingForm } from './setting-form'

type Fields = {
  extens: { queue: string; exten: string }[]
  transferContext: string
  conference: string
  parkingContext: string
  recordingFile: string
}

/** Ways through the dialplan that AMI does not tell, and the link to the customer's record. */
export function RoutesPage() {
  const t = useTranslations('admin')
  return (
    <AdminFrame part="routes">
      <SettingForm
        name="routes"
        title={t('routes.title')}
        hint={t('routes.hint')}
        toForm={({ queueExtens, transferContext, conference, ...rest }): Fields => ({
          ...rest,
          extens: Object.entries(queueExtens).map(([queue, exten]) => ({ queue, exten })),
          transferContext: transferContext ?? '',
          conference: conference ?? '',
        })}
        toValue={({ extens, transferContext, conference, parkingContext, recordingFile }) => ({
          queueExtens: Object.fromEntries(extens.map(({ queue, exten }) => [queue.trim(), exten.trim()])),
          transferContext: textOrNull(transferContext),
          conference: textOrNull(conference),
          parkingContext: parkingContext.trim(),
          recordingFile: recordingFile.trim(),
        })}
        pathOf={(path, { extens }) => {
          if (!path.startsWith('queueExtens')) return path === '' ? 'root' : path
          const index = extens.findIndex(({ queue }) => path === `queueExtens.${queue.trim()}`)
          return `extens.${Math.max(0, index)}.exten`
        }}
      >
        {(form, off) => <Routes form={form} off={off} />}
      </SettingForm>
      <SettingForm
        name="crmLink"
        title={t('routes.crm')}
        toForm={(link) => ({ link: link ?? '' })}
        toValue={({ link }) => textOrNull(link)}
        pathOf={() => 'link'}
      >
        {(form) => <CrmLink form={form} />}
      </SettingForm>
    </AdminFrame>
  )
}

const LINES = ['transferContext', 'conference', 'parkingContext', 'recordingFile'] as const

function Routes({ form, off }: { form: UseFormReturn<Fields>; off: boolean }) {
  const t = useTranslations('admin')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'extens' })
  const { errors } = form.formState
  return (
    <>
      <fieldset className="admin-set">
        <legend>{t('routes.extens')}</legend>
        {fields.map(({ id }, index) => (
          <div className="admin-row" key={id}>
            <TextField label={t('routes.queue')} {...form.register(`extens.${index}.queue`)} />
            <TextField
              label={t('routes.exten')}
              placeholder="600@from-internal"
              {...form.register(`extens.${index}.exten`)}
              error={fieldError(errors, `extens.${index}.exten`)}
            />
            {!off && <IconButton icon="trash" label={t('remove')} onClick={() => remove(index)} />}
          </div>
        ))}
        {!off && (
          <div>
            <Button icon="plus" onClick={() => append({ queue: '', exten: '' })}>
              {t('routes.add')}
            </Button>
          </div>
        )}
      </fieldset>
      <div className="admin-pair">
        {LINES.map((name) => (
          <TextField
            key={name}
            label={t(`routes.field.${name}`)}
            hint={t(`routes.about.${name}`)}
            {...form.register(name)}
            error={fieldError(errors, name)}
          />
        ))}
      </div>
    </>
  )
}

const SAMPLE_NUMBER = '+49 30 901820'

function CrmLink({ form }: { form: UseFormReturn<{ link: string }> }) {
  const t = useTranslations('admin')
  const link = useWatch({ control: form.control, name: 'link' })
  const preview = link.replaceAll('{number}', encodeURIComponent(SAMPLE_NUMBER.replaceAll(' ', '')))
  return (
    <>
      <TextField
        label={t('routes.crmLink')}
        hint={t('routes.crmHint', { placeholder: '{number}' })}
        placeholder="https://crm.example.net/?phone={number}"
        {...form.register('link')}
        error={fieldError(form.formState.errors, 'link')}
      />
      {link !== '' && (
        <p className="ui-hint">
          {t('routes.preview', { number: SAMPLE_NUMBER })} <code>{preview}</code>
        </p>
      )}
    </>
  )
}
