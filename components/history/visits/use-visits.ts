import {
  type InfiniteData,
  keepPreviousData,
  type QueryKey,
  skipToken,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import { fetchProgress } from '@/components/api/fetch-progress'
import type { Figure } from '@/lib/kpi/figures'
import {
  type PARTS_OF_FIGURE,
  someVisitsSchema,
  type Visits,
  type VisitView,
  visitStorySchema,
  visitsSchema,
} from '@/lib/protocol/visits'
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

/** Of a page that is on its way: how far it is (0 to 1), and what is found already. */
type UnderWay = { done: number; items: readonly VisitView[] }
const NOTHING: UnderWay = { done: 0, items: [] }

/**
 * Visits, page by page, each shown as it fills. The first page alone follows what happens: whoever scrolls on keeps the
 * rows in their places, and is told (`isOld`) that there is more by now; `anew` begins again.
 */
export function useVisits(asked: Asked, params: URLSearchParams) {
  const client = useQueryClient()
  const key = ['visits', params.toString()]
  const wayKey = ['visitsUnderWay', params.toString()]
  const { data: way = NOTHING } = useQuery<UnderWay>({ queryKey: wayKey, queryFn: skipToken })
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params)
      page.set('limit', String(PAGE))
      page.set('progress', '1')
      if (pageParam !== null) page.set('after', pageParam)
      let now = NOTHING
      const tell = (more: Partial<UnderWay>) => {
        now = { ...now, ...more }
        client.setQueryData(wayKey, now)
      }
      tell({})
      return fetchProgress(`/api/v1/visits?${page}`, (value) => visitsSchema.parse(value), {
        signal,
        onProgress: (done) => tell({ done }),
        onSome: (some) => tell({ items: [...now.items, ...someVisitsSchema.parse(some).items] }),
      })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // What was given up is not begun again by itself.
    refetchInterval: ({ state }) =>
      'window' in asked.span && state.status !== 'pending' && (state.data?.pages.length ?? 0) <= 1 ? ANEW_MS : false,
  })
  const underWay = useUnderWay(query, way, key)
  const { isStopped } = underWay
  const pages = query.data?.pages.length ?? 0
  const mark = useMark(asked)
  const [seen, setSeen] = useState(mark)
  const { refetch } = query
  useEffect(() => {
    if (mark === seen || pages > 1 || isStopped) return
    setSeen(mark)
    void refetch({ cancelRefetch: false })
  }, [mark, seen, pages, isStopped, refetch])
  const anew = () => {
    setSeen(mark)
    void client.resetQueries({ queryKey: key, exact: true })
  }
  return { query, ...underWay, isOld: mark !== seen && pages > 1, anew }
}

type Query = UseInfiniteQueryResult<InfiniteData<Visits>>

/** What there is to show of pages that are there, and of the one that is on its way or was given up. */
function useUnderWay(query: Query, way: UnderWay, key: QueryKey) {
  const client = useQueryClient()
  const { data, error, isPending, isPlaceholderData, isFetching, isFetchingNextPage } = query
  const lacks = isPending || isPlaceholderData
  const place = JSON.stringify([key, lacks ? 0 : data?.pages.length])
  const [stoppedAt, setStoppedAt] = useState<string | null>(null)
  const isComing = isFetchingNextPage || (lacks && isFetching)
  const isStopped = stoppedAt === place && !isComing && error === null
  const some = isComing || isStopped ? way.items : []
  // What was asked for before stays until it is clear that this takes longer.
  const isBefore = isPlaceholderData && isFetching && way.done === 0 && some.length === 0
  const pages = lacks && !isBefore ? [] : (data?.pages ?? [])
  const visits = useMemo(() => onceEach([...pages.flatMap(({ items }) => items), ...some]), [pages, some])
  return {
    visits,
    /** Of what was asked before. */
    isBefore,
    /** The first page is not here. */
    lacks,
    /** Of the page that is on its way, from 0 to 1; `null`: none is. */
    done: isComing ? way.done : null,
    isStopped,
    cancel: () => {
      setStoppedAt(place)
      void client.cancelQueries({ queryKey: key, exact: true })
    },
    goOn: () => {
      setStoppedAt(null)
      void (lacks ? query.refetch() : query.fetchNextPage())
    },
  }
}

/** A talk that ends meanwhile moves its visit to another page. */
function onceEach(visits: readonly VisitView[]): VisitView[] {
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()]
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
