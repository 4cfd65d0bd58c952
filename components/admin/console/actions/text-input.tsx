'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import { hasSuggestions, Suggestions } from './suggestions'

type TextInputProps = {
  id?: string
  label?: string
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
  type: CatalogueParameter['type']
  required: boolean
  value: string
  onChange: (value: string) => void
}

/** A line of text; of channels, queues and so on it offers those that there are now. */
export function TextInput({ type, required, label, onChange, ...input }: TextInputProps) {
  const t = useTranslations('console')
  const list = useId()
  // The live picture is followed only while somebody is at the field.
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <input
        {...input}
        className="ui-input"
        aria-label={label}
        aria-required={required || undefined}
        type={type === 'secret' ? 'password' : 'text'}
        inputMode={type === 'number' ? 'numeric' : undefined}
        placeholder={type === 'variables' ? t('field.variable') : undefined}
        autoComplete={type === 'secret' ? 'new-password' : 'off'}
        spellCheck={false}
        list={hasSuggestions(type) ? list : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => onChange(event.target.value)}
      />
      {isOpen && <Suggestions id={list} type={type} />}
    </>
  )
}
