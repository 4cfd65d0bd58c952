import type { FieldErrors, FieldValues } from 'react-hook-form'

/** What is wrong with a field, found by its path as the server writes it (`phones.0.label`). */
export function fieldError<F extends FieldValues>(errors: FieldErrors<F>, path: string): string | null {
  let node: unknown = errors
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null) return null
    node = (node as Record<string, unknown>)[key]
  }
  const message = typeof node === 'object' && node !== null ? (node as { message?: unknown }).message : undefined
  return typeof message === 'string' && message !== '' ? message : null
}
