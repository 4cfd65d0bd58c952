'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson } from '@/components/api/fetch-json'
import { useViewer } from '@/components/session/viewer'
import { type ConsoleRequest, consoleAnswerSchema, consoleStateSchema } from '@/lib/protocol/admin/console'
import { ConsoleMemory } from './console-memory'

export const CONSOLE_PATH = '/api/v1/admin/console'
/** While there is no session, it is looked again so often. */
const AGAIN_MS = 5_000

/** The actions there are, and how the console's session stands. */
export function useConsoleState() {
  return useQuery({
    queryKey: ['admin', 'console'],
    queryFn: ({ signal }) => fetchJson(CONSOLE_PATH, (value) => consoleStateSchema.parse(value), { signal }),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'ready' ? AGAIN_MS : false),
  })
}

/** Runs one action. Nothing is tried twice by itself. */
export function useRun() {
  return useMutation({
    mutationFn: (request: ConsoleRequest) =>
      fetchJson(`${CONSOLE_PATH}/run`, (value) => consoleAnswerSchema.parse(value), { method: 'POST', body: request }),
    retry: false,
  })
}

const memories = new Map<string, ConsoleMemory>()

/** What this browser keeps of the viewer's use of the console. */
export function useMemory() {
  const { id } = useViewer()
  const memory = useMemo(() => {
    const known = memories.get(id ?? '') ?? new ConsoleMemory(id ?? '')
    memories.set(id ?? '', known)
    return known
  }, [id])
  return { memory, kept: useSyncExternalStore(memory.subscribe, memory.get, memory.getNothing) }
}

const KNOWN = ['notAudited', 'unreachable', 'busy', 'notOffered', 'session', 'class', 'unconfirmed'] as const

/** Why something was not done, in words. */
export function useProblemText(): (error: unknown) => string | null {
  const t = useTranslations('console')
  return (error) => {
    if (error === null || error === undefined) return null
    const why = error instanceof Error ? error.message : String(error)
    if (!(error instanceof ApiProblem)) return t('problem.unknown', { why })
    const known = KNOWN.find((code) => code === error.more.code)
    if (known) return t(`problem.${known}`, { why })
    if (error.status === 0) return t('problem.noAnswer')
    if (error.status === 403) return t('problem.notPermitted')
    return t(error.status === 422 ? 'problem.fields' : 'problem.unknown', { why })
  }
}
