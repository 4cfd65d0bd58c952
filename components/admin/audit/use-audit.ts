'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { auditPageSchema } from '@/lib/protocol/admin/audit'

export const AUDIT_PATH = '/api/v1/admin/audit'
export type AuditFilter = { actor: string; action: string; text: string; from: string; to: string }
export const NO_FILTER: AuditFilter = { actor: '', action: '', text: '', from: '', to: '' }

/** As the address of a request says it; days are those of this browser's clock. */
export function filterQuery({ from, to, ...words }: AuditFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) if (value.trim() !== '') query.set(name, value.trim())
  const start = startOf(from, 0)
  const end = startOf(to, 1)
  if (start !== null) query.set('from', String(start))
  if (end !== null) query.set('to', String(end))
  return query
}

/** When a day (`2026-11-23`) begins, in ms since 1970; `later`: so many days after. */
function startOf(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return new Date(year, month - 1, date + later).getTime()
}

/** Lines of the log, page by page, the newest first. */
export function useAudit(filter: AuditFilter) {
  const query = filterQuery(filter).toString()
  return useInfiniteQuery({
    queryKey: ['admin', 'audit', query],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(query)
      if (pageParam !== null) page.set('before', String(pageParam))
      return fetchJson(`${AUDIT_PATH}?${page}`, (value) => auditPageSchema.parse(value), { signal })
    },
    getNextPageParam: ({ next }) => next,
  })
}
