import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import type { Figure } from '@/lib/kpi/figures'
import { explanationSchema, reportSchema, visitsSchema } from '@/lib/protocol/visits'
import { type Asked, askedParams } from './asked'
import type { Cut, Part } from './history-view'
import { useMark } from './use-mark'

/** A window slides on though nobody calls: so often it is asked for anew, in ms. */
const ANEW_MS = 10_000
const PAGE = 100

/** Asks again when figures change of a span that ends now, and every few seconds besides. */
function useAnew(asked: Asked, refetch: (options: { cancelRefetch: boolean }) => unknown): void {
  const mark = useMark(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other mark asks again
  useEffect(() => {
    if ('window' in asked.span) void refetch({ cancelRefetch: false })
  }, [mark])
}

const every = ({ span }: Asked) => ('window' in span ? ANEW_MS : false)

/** The sums of what is asked, one row for each piece. `null` asks for nothing. */
export function useReport(asked: Asked | null, by: Cut) {
  const of = asked ?? NOTHING
  const params = askedParams(of)
  params.set('by', by)
  const query = useQuery({
    queryKey: ['report', params.toString()],
    enabled: asked !== null,
    queryFn: ({ signal }) => fetchJson(`/api/v1/reports?${params}`, (value) => reportSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: every(of),
  })
  useAnew(of, query.refetch)
  return query
}

const NOTHING: Asked = { span: { from: 0, to: 0 }, queues: [], agent: null }

/** What a figure is made of. */
export function useExplanation(asked: Asked, figure: Figure) {
  const params = askedParams(asked)
  params.set('figure', figure)
  const query = useQuery({
    queryKey: ['explain', params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/explain?${params}`, (value) => explanationSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: every(asked),
  })
  useAnew(asked, query.refetch)
  return query
}

/** Visits, all or those behind a figure; of a caller whose number ends like what is looked for. */
export function useVisits(asked: Asked, behind: { figure: Figure; part: Part } | null, find: string) {
  const params = askedParams(asked)
  const number = find.replace(/\D/g, '')
  params.set('limit', String(PAGE))
  if (number !== '') params.set('number', number)
  if (behind) {
    params.set('figure', behind.figure)
    params.set('part', behind.part)
  }
  const query = useInfiniteQuery({
    queryKey: ['visits', params.toString()],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${pageParam}`
      return fetchJson(`/api/v1/visits?${params}${after}`, (value) => visitsSchema.parse(value), { signal })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: every(asked),
  })
  useAnew(asked, query.refetch)
  return query
}
