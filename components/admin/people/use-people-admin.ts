'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import {
  type AccountChange,
  adminAccountSchema,
  adminAccountsSchema,
  createdAccountSchema,
  type NewAccount,
  welcomeLinkSchema,
} from '@/lib/protocol/admin/accounts'

const PATH = '/api/v1/admin/accounts'

/** All people. */
export function useAccounts() {
  return useQuery({
    queryKey: ['admin', 'accounts'],
    queryFn: ({ signal }) => fetchJson(PATH, (value) => adminAccountsSchema.parse(value).items, { signal }),
  })
}

/** What administrators do to people; the list is read again after each. */
export function usePeopleActions() {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['admin', 'accounts'] })
  return {
    async create(body: NewAccount) {
      const made = await fetchJson(PATH, (value) => createdAccountSchema.parse(value), { method: 'POST', body })
      await again()
      return made
    },
    async change(id: string, body: AccountChange) {
      const kept = await fetchJson(`${PATH}/${id}`, (value) => adminAccountSchema.parse(value), { method: 'PUT', body })
      await again()
      return kept
    },
    link: (id: string) =>
      fetchJson(`${PATH}/${id}/link`, (value) => welcomeLinkSchema.parse(value), { method: 'POST' }),
  }
}
