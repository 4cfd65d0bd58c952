'use client'

import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { WrongField } from './action-form'
import type { Draft } from './draft'

type OtherHeadersProps = {
  headers: Draft['others']
  onChange: (headers: Draft['others']) => void
  error: WrongField | null
}

/** Headers that the catalogue does not name: every version of Asterisk has some. */
export function OtherHeaders({ headers, onChange, error }: OtherHeadersProps) {
  const t = useTranslations('console')
  const change = (line: number, header: [string, string]) =>
    onChange(headers.map((one, index) => (index === line ? header : one)))
  return (
    <div className="console-others">
      {headers.map(([name, value], line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing of their own but their place
        <div key={line} className="console-line">
          <input
            className="ui-input"
            aria-label={t('field.otherName')}
            placeholder={t('field.otherName')}
            value={name}
            onChange={(event) => change(line, [event.target.value, value])}
          />
          <input
            className="ui-input"
            aria-label={t('field.otherValue')}
            placeholder={t('field.otherValue')}
            aria-invalid={error?.line === line || undefined}
            value={value}
            onChange={(event) => change(line, [name, event.target.value])}
          />
          <IconButton
            icon="minus"
            size="md"
            look="ghost"
            label={t('field.removeOther', { line: line + 1 })}
            onClick={() => onChange(headers.filter((_, index) => index !== line))}
          />
        </div>
      ))}
      {error && <FieldError>{error.message}</FieldError>}
      <Button size="sm" look="ghost" icon="plus" onClick={() => onChange([...headers, ['', '']])}>
        {t('field.addOther')}
      </Button>
    </div>
  )
}
