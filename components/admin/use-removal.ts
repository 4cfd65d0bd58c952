'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '@/components/api/fetch-json'

/** Deletes what an address names, and reads the list again. */
export function useRemoval(list: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (path: string) => send(path, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin', list] }),
  })
}
