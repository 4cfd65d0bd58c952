'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from './icon'
import './css/fields.css'

type Described = { id: string; 'aria-invalid': boolean | undefined; 'aria-describedby': string | undefined }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** Why what stands in it is not taken. */
  error?: string | null | undefined
  /** Draws the control; it spreads what it is given. */
  children: (described: Described) => ReactNode
}

/** A control with its label, a hint and what is wrong with it, tied together for those who listen. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="ui-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': notes || undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong, said at once to those who listen. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="ui-error" id={id} role="alert">
      <Icon name="critical" />
      <span>{children}</span>
    </p>
  )
}

type TextFieldProps = ComponentProps<'input'> & Pick<FieldProps, 'label' | 'hint' | 'error'>

/** One line of text; takes what an `input` takes, `ref` and react-hook-form's `register` included. */
export function TextField({ label, hint, error, className = '', ...input }: TextFieldProps) {
  const invalid = input['aria-invalid']
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => (
        <input
          {...input}
          {...described}
          aria-invalid={described['aria-invalid'] ?? invalid}
          className={`ui-input ${className}`}
        />
      )}
    </Field>
  )
}

type TextAreaProps = ComponentProps<'textarea'> & Pick<FieldProps, 'label' | 'hint' | 'error'>

export function TextArea({ label, hint, error, className = '', ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => <textarea rows={3} {...area} {...described} className={`ui-input ${className}`} />}
    </Field>
  )
}

/** A box to tick, with its words. */
export function Checkbox({ label, ...input }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className="ui-check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  )
}

type SearchFieldProps = ComponentProps<'input'> & { label: string; keys?: string }

/** Finds within what is shown; `keys` names the key that leads to it. */
export function SearchField({ label, keys, className = '', ...input }: SearchFieldProps) {
  return (
    <span className={`ui-search ${className}`}>
      <Icon name="search" />
      <input type="search" placeholder={label} aria-label={label} {...input} className="ui-input" />
      {keys && <kbd className="ui-key">{keys}</kbd>}
    </span>
  )
}
