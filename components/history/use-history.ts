import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import type { Figure } from '@/lib/kpi/figures'
import { explanationSchema, reportSchema } from '@/lib/protocol/visits'
import { type Asked, askedParams } from './asked'
import type { Cut } from './history-view'
import { useMark } from './use-mark'

/** A window slides on though nobody calls: so often it is asked for anew, in ms. */
const ANEW_MS = 10_000

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
