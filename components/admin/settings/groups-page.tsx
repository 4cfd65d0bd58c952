'use client'

import { Controller, type UseFormReturn, useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { AdminFrame } from '../admin-frame'
import { fieldError } from '../field-error'
import { QueuePicker } from '../queue-picker'
import { SettingForm } from './setting-form'

type Fields = { groups: { name: string; queues: string[] }[] }

/** Groups of queues, for rights and filters. */
export function GroupsPage() {
  const t = useTranslations('admin')
  return (
    <AdminFrame part="groups">
      <SettingForm
        name="queueGroups"
        title={t('part.groups')}
        hint={t('groups.hint')}
        toForm={(value): Fields => ({ groups: Object.entries(value).map(([name, queues]) => ({ name, queues })) })}
        toValue={({ groups }) => Object.fromEntries(groups.map(({ name, queues }) => [name.trim(), queues]))}
        pathOf={(path, { groups }) => {
          const index = groups.findIndex(({ name }) => path === name.trim() || path.startsWith(`${name.trim()}.`))
          return index === -1 ? 'root' : `groups.${index}.name`
        }}
      >
        {(form, off) => <Groups form={form} off={off} />}
      </SettingForm>
    </AdminFrame>
  )
}

function Groups({ form, off }: { form: UseFormReturn<Fields>; off: boolean }) {
  const t = useTranslations('admin')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'groups' })
  const isTaken = (name: string, fieldset: Fields) =>
    fieldset.groups.filter((group) => group.name.trim() === name.trim()).length < 2 || t('groups.twice')
  return (
    <>
      {fields.map(({ id }, index) => (
        <div className="admin-set" key={id}>
          <div className="admin-row">
            <TextField
              label={t('groups.name')}
              {...form.register(`groups.${index}.name`, { validate: isTaken })}
              error={fieldError(form.formState.errors, `groups.${index}.name`)}
            />
            {!off && <IconButton icon="trash" label={t('remove')} onClick={() => remove(index)} />}
          </div>
          <Controller
            control={form.control}
            name={`groups.${index}.queues`}
            render={({ field }) => (
              <QueuePicker
                legend={t('groups.queues')}
                allLabel=""
                withoutAll
                groups={false}
                value={field.value}
                onChange={(next) => field.onChange(next ?? [])}
              />
            )}
          />
        </div>
      ))}
      {!off && (
        <div>
          <Button icon="plus" onClick={() => append({ name: '', queues: [] })}>
            {t('groups.add')}
          </Button>
        </div>
      )}
    </>
  )
}
