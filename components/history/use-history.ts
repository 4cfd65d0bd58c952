import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { explanationSchema, visitsSchema } from '@/lib/protocol/visits'
import type { HistoryView } from './history-view'

/** A window slides on though nobody calls: so often the lists are asked for anew, in ms. */
const ANEW_MS = 10_000
const PAGE = 100

function asked({ window, queue }: Pick<HistoryView, 'window' | 'queue'>): URLSearchParams {
  return new URLSearchParams({ window, ...(queue !== null && { queues: queue }) })
}

/** What the opened figure is made of; asked for anew with every other `mark`. */
export function useExplanation({ window, queue, figure }: HistoryView, mark: string) {
  return useQuery({
    queryKey: ['explain', window, queue, figure, mark],
    enabled: figure !== null,
    queryFn: ({ signal }) => {
      const query = asked({ window, queue })
      query.set('figure', figure ?? '')
      return fetchJson(`/api/v1/explain?${query}`, (value) => explanationSchema.parse(value), { signal })
    },
    placeholderData: keepPreviousData,
    refetchInterval: ANEW_MS,
  })
}

/** Visits, all or those behind the opened figure; of a caller whose number ends like what is looked for. */
export function useVisits(
  { window, queue, figure, find }: HistoryView,
  part: 'numerator' | 'denominator',
  mark: string,
) {
  const number = find.replace(/\D/g, '')
  return useInfiniteQuery({
    queryKey: ['visits', window, queue, figure, part, number, mark],
    initialPageParam: '0',
    queryFn: ({ pageParam, signal }) => {
      const query = asked({ window, queue })
      query.set('limit', String(PAGE))
      query.set('after', pageParam)
      if (number !== '') query.set('number', number)
      if (figure !== null) {
        query.set('figure', figure)
        query.set('part', part)
      }
      return fetchJson(`/api/v1/visits?${query}`, (value) => visitsSchema.parse(value), { signal })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ANEW_MS,
  })
}
