import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import type { Figure } from '@/lib/kpi/figures'
import { type PARTS_OF_FIGURE, visitStorySchema, visitsSchema } from '@/lib/protocol/visits'
import { type Asked, askedParams } from '../asked'
import { useMark } from '../use-mark'
import { orderText, type VisitsView } from './visits-view'

/** A window slides on though nobody calls, and a call goes on though nothing is told of it: asked anew so often, in ms. */
const ANEW_MS = 10_000
const STORY_ANEW_MS = 5_000
const PAGE = 100

/** Visits behind a figure; `null`: all. */
export type Behind = { figure: Figure; part: (typeof PARTS_OF_FIGURE)[number] } | null

/** What the server is asked for; the same for the list and for its file. */
export function visitsParams(asked: Asked, behind: Behind, view: VisitsView): URLSearchParams {
  const { find, queues, endings, agent, minWait, minTalk, only } = view
  const params = askedParams({
    ...asked,
    queues: queues.length > 0 ? queues : asked.queues,
    agent: agent ?? asked.agent,
  })
  if (behind) {
    params.set('figure', behind.figure)
    params.set('part', behind.part)
  }
  if (find.trim() !== '') params.set('text', find.trim())
  if (endings.length > 0) params.set('ending', endings.join(','))
  for (const [name, ms] of Object.entries({ minWait, minTalk }))
    if (ms !== null) params.set(name, String(Math.max(ms, Number(params.get(name)))))
  for (const one of only) params.set(one, '1')
  params.set('sort', orderText(view))
  return params
}

/**
 * Visits, page by page. The first page alone follows what happens: whoever scrolls on keeps the rows in their places, and
 * is told (`isOld`) that there is more by now; `anew` begins again.
 */
export function useVisits(asked: Asked, params: URLSearchParams) {
  const client = useQueryClient()
  const key = ['visits', params.toString()]
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params)
      page.set('limit', String(PAGE))
      if (pageParam !== null) page.set('after', pageParam)
      return fetchJson(`/api/v1/visits?${page}`, (value) => visitsSchema.parse(value), { signal })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ('window' in asked.span && (state.data?.pages.length ?? 0) <= 1 ? ANEW_MS : false),
  })
  const pages = query.data?.pages.length ?? 0
  const mark = useMark(asked)
  const [seen, setSeen] = useState(mark)
  const { refetch } = query
  useEffect(() => {
    if (mark === seen || pages > 1) return
    setSeen(mark)
    void refetch({ cancelRefetch: false })
  }, [mark, seen, pages, refetch])
  const anew = () => {
    setSeen(mark)
    void client.resetQueries({ queryKey: key, exact: true })
  }
  return { query, isOld: mark !== seen && pages > 1, anew }
}

/** One visit and what belongs to it; asked for anew as long as it goes on. */
export function useVisitStory(id: string) {
  return useQuery({
    queryKey: ['visit', id],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/visits/${encodeURIComponent(id)}`, (value) => visitStorySchema.parse(value), { signal }),
    refetchInterval: ({ state }) => (state.data && goesOn(state.data.visit) ? STORY_ANEW_MS : false),
  })
}

/** The caller waits or talks. */
function goesOn({ ending, talkEndedAt }: { ending: string | null; talkEndedAt: number | null }): boolean {
  return ending === null || (ending === 'answered' && talkEndedAt === null)
}
