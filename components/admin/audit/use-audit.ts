'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTimeZone } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { auditPageSchema } from '@/lib/protocol/admin/audit'
import { dayStart } from './day-start'

export const AUDIT_PATH = '/api/v1/admin/audit'
export type AuditFilter = { actor: string; action: string; text: string; from: string; to: string }
export const NO_FILTER: AuditFilter = { actor: '', action: '', text: '', from: '', to: '' }

/** As the address of a request says it; days are those of the time zone in which the page tells moments. */
export function filterQuery({ from, to, ...words }: AuditFilter, timeZone: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) if (value.trim() !== '') query.set(name, value.trim())
  const start = dayStart(from, 0, timeZone)
  const end = dayStart(to, 1, timeZone)
  if (start !== null) query.set('from', String(start))
  if (end !== null) query.set('to', String(end))
  return query
}

/** Lines of the log, page by page, the newest first. */
export function useAudit(filter: AuditFilter) {
  const query = filterQuery(filter, useTimeZone() ?? 'UTC').toString()
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
