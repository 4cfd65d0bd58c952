'use client'

import { type QueryKey, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchProgress } from '@/components/api/fetch-progress'
import { useLiveCache } from '@/components/live/live-context'
import type { Asked } from './asked'
import { useMark } from './use-mark'

/** A window slides on though nobody calls: so often it is asked for anew, in ms. */
const ANEW_MS = 10_000
/** The same of a longer span that is not over, such as this week. */
const LONG_ANEW_MS = 60_000
/** What takes long is not asked for again as long as it would be under way for more than a tenth of the time. */
const SHARE = 10

type Progressing<T> = {
  key: QueryKey
  path: string
  params: URLSearchParams
  parse: (value: unknown) => T
  /** `null`: nothing is asked for. */
  asked: Asked | null
  /** So often what goes on is asked for anew, ms, whatever happens; left out: also when somebody's waiting or talk ended. */
  everyMs?: number
}

export type Progress<T> = {
  data: T | null
  /** What is shown is of what was asked before. */
  isPlaceholderData: boolean
  error: Error | null
  /** From 0 to 1, while the first answer is made; `null`: nothing is on its way. */
  done: number | null
  /** Nothing is here, and nothing on its way: it was cancelled. */
  isStopped: boolean
  refetch: () => void
  /** Ends this, and whatever else of its kind is on its way for the page; the server then ends, too. */
  cancel: () => void
}

/** Asks for what may take long, tells how far it is, and asks again as a span goes on that ends now. */
export function useProgress<T>({ key, path, params, parse, asked, everyMs }: Progressing<T>): Progress<T> {
  const client = useQueryClient()
  const cache = useLiveCache()
  const goesOn = asked !== null && 'window' in asked.span
  const anewMs = goesOn
    ? (everyMs ?? ANEW_MS)
    : asked !== null && 'to' in asked.span && asked.span.to > cache.now()
      ? LONG_ANEW_MS
      : null
  const queryKey = [...key, params.toString()]
  // Parts of the page that ask for the same wait for one answer, whichever of them asked.
  const progressKey = ['progress', ...queryKey]
  const { data: done = 0 } = useQuery<number>({ queryKey: progressKey, queryFn: skipToken })
  const tell = (share: number) => client.setQueryData(progressKey, share)
  const query = useQuery({
    queryKey,
    enabled: asked !== null,
    queryFn: async ({ signal }) => {
      tell(0)
      const begun = performance.now()
      const answer = await fetchProgress(`${path}?${params}&progress=1`, parse, { signal, onProgress: tell })
      return { answer, tookMs: performance.now() - begun }
    },
    placeholderData: (before, last) => (last && isOfKind(last.queryKey, key) ? before : undefined),
    refetchInterval: ({ state }) => (anewMs === null ? false : Math.max(anewMs, SHARE * (state.data?.tookMs ?? 0))),
  })
  const { data, isPlaceholderData, isFetching, isPending, refetch } = query
  const mark = useMark(asked)
  const isQuick = (data?.tookMs ?? 0) * SHARE < ANEW_MS
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other mark asks again
  useEffect(() => {
    if (goesOn && isQuick && everyMs === undefined) void refetch({ cancelRefetch: false })
  }, [mark])
  const lacks = isPending || isPlaceholderData
  return {
    data: data?.answer ?? null,
    isPlaceholderData,
    error: query.error,
    done: lacks && isFetching ? done : null,
    isStopped: asked !== null && lacks && !isFetching && query.error === null,
    refetch: () => void refetch(),
    cancel: () => void client.cancelQueries({ queryKey: key.slice(0, 1) }),
  }
}

/** Rows of another kind are no place-holder: they would bear the wrong names. */
function isOfKind(before: QueryKey, key: QueryKey): boolean {
  return key.every((part, index) => before[index] === part)
}
