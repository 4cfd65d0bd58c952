'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { type AdminPbx, adminPbxSchema } from '@/lib/protocol/admin/pbx'
import { type PbxStatus, pbxStatusesSchema } from '@/lib/protocol/admin/pbx-status'

const EVERY_MS = 5_000

export type WatchedPbx = AdminPbx & { status: PbxStatus | null }

/** All PBXs with their links, our rights, and how they run; asked for again while somebody looks. */
export function usePbx() {
  const links = useQuery({
    queryKey: ['admin', 'pbx'],
    queryFn: ({ signal }) => fetchJson('/api/v1/admin/pbx', (value) => adminPbxSchema.parse(value).items, { signal }),
    refetchInterval: EVERY_MS,
  })
  const statuses = useQuery({
    queryKey: ['admin', 'pbx', 'status'],
    queryFn: ({ signal }) =>
      fetchJson('/api/v1/admin/pbx/status', (value) => pbxStatusesSchema.parse(value).items, { signal }),
    refetchInterval: EVERY_MS,
  })
  const error = links.error ?? statuses.error
  const isLoading = links.data === undefined || statuses.data === undefined
  const items = isLoading
    ? null
    : links.data.map(
        (one): WatchedPbx => ({
          ...one,
          status: statuses.data.find(({ pbx }) => pbx === one.link.pbx) ?? null,
        }),
      )
  return {
    items,
    error,
    retry: () => {
      void links.refetch()
      void statuses.refetch()
    },
  }
}
