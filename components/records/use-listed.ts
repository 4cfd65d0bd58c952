'use client'

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import type { GapView } from '@/lib/protocol/visits'
import type { RecordOrder } from './order'

/** What the API tells of records: the first in an order, how many there are, and what nobody saw meanwhile. */
export type ListOf<R> = { from: number; to: number; items: readonly R[]; total: number; gaps: readonly GapView[] }

type Wanted<List> = {
  /** What it is, to whoever asks again. */
  key: readonly string[]
  /** Where the API tells it, and which of them are asked for. */
  path: string
  params: URLSearchParams
  parse: (value: unknown) => List
  everyMs: number | false
}

export type Listed<List> = {
  path: string
  /** Of which and in which order; the files are asked for alike. */
  params: URLSearchParams
  answer: UseQueryResult<List>
  order: RecordOrder
  onOrder: (order: RecordOrder) => void
}

/** Records in the order that a heading asked for: the latest first, until one does. */
export function useListed<List>({ key, path, params: asked, parse, everyMs }: Wanted<List>): Listed<List> {
  const [order, onOrder] = useState<RecordOrder>({ by: 'time', down: true })
  const params = new URLSearchParams(asked)
  params.set('sort', `${order.down ? '-' : ''}${order.by}`)
  const answer = useQuery({
    queryKey: [...key, params.toString()],
    queryFn: ({ signal }) => fetchJson(`${path}?${params}`, parse, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
  return { path, params, answer, order, onOrder }
}
