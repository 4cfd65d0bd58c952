'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import type { WrongField } from './action-form'
import { TextInput } from './text-input'

const UNSET = '-'

type ParameterFieldProps = {
  parameter: CatalogueParameter
  values: readonly string[]
  onChange: (values: readonly string[]) => void
  error: WrongField | null
}

/** One parameter with Asterisk's words about it; what may be repeated has a line for each. */
export function ParameterField({ parameter, values, onChange, error }: ParameterFieldProps) {
  const t = useTranslations('console')
  const { name, type, required, about } = parameter
  const label = <ParameterLabel name={name} required={required} />
  const common = { label, hint: about === '' ? undefined : <span className="console-lines">{about}</span> }
  if (type === 'boolean' || type === 'choice') {
    const options = type === 'choice' ? choices(parameter) : yesNo(t('field.yes'), t('field.no'))
    return (
      <Field {...common} error={error?.message}>
        {(described) => (
          <Select
            {...described}
            value={values[0] ?? UNSET}
            onChange={(value) => onChange(value === UNSET ? [] : [value])}
            options={[{ value: UNSET, label: t('field.unset') }, ...options]}
          />
        )}
      </Field>
    )
  }
  if (parameter.repeated) return <Lines {...{ parameter, values, onChange, error, common }} />
  return (
    <Field {...common} error={error?.message}>
      {(described) => (
        <TextInput
          {...described}
          type={type}
          required={required}
          value={values[0] ?? ''}
          onChange={(value) => onChange(value === '' ? [] : [value])}
        />
      )}
    </Field>
  )
}

function ParameterLabel({ name, required }: { name: string; required: boolean }) {
  const t = useTranslations('console')
  return (
    <>
      <b>{name}</b> {required && <small className="console-required">{t('field.required')}</small>}
    </>
  )
}

type LinesProps = ParameterFieldProps & { common: { label: ReactNode; hint: ReactNode } }

function Lines({ parameter: { name, type }, values, onChange, error, common }: LinesProps) {
  const t = useTranslations('console')
  const lines = values.length === 0 ? [''] : values
  const change = (at: number, value: string) => onChange(lines.map((one, line) => (line === at ? value : one)))
  return (
    <Field {...common} error={error?.message}>
      {({ id, ...described }) => (
        <div className="console-others">
          {lines.map((value, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing of their own but their place
            <div key={line} className="console-line">
              <TextInput
                {...described}
                {...(line === 0 ? { id } : { label: t('field.line', { name, line: line + 1 }) })}
                type={type}
                required={false}
                value={value}
                onChange={(next) => change(line, next)}
              />
              {line > 0 && (
                <IconButton
                  icon="minus"
                  look="ghost"
                  label={t('field.remove', { name, line: line + 1 })}
                  onClick={() => onChange(lines.filter((_, index) => index !== line))}
                />
              )}
            </div>
          ))}
          <Button size="sm" look="ghost" icon="plus" onClick={() => onChange([...lines, ''])}>
            {t('field.add', { name })}
          </Button>
        </div>
      )}
    </Field>
  )
}

function choices({ values }: CatalogueParameter) {
  return values.filter((value) => value !== UNSET && value !== '').map((value) => ({ value, label: value }))
}

function yesNo(yes: string, no: string) {
  return [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
}
