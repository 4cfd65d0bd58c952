'use client'

import { useCallback } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '@/components/api/api-problem'

/** Puts what the server says of fields at those fields. `pathOf`: where the form keeps what the server calls so. */
export function useRefusedFields<F extends FieldValues>(form: UseFormReturn<F>, pathOf: (path: string) => string) {
  const { setError } = form
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiProblem)) return
      for (const [index, { path, message }] of error.errors.entries()) {
        setError(pathOf(path) as Path<F>, { type: 'server', message }, { shouldFocus: index === 0 })
      }
    },
    [setError, pathOf],
  )
}
