'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson } from '@/components/api/fetch-json'

const BASE = '/api/v1/account'

/** One part of one's own account as the server has it; `part` is what follows `/api/v1/account`. */
export function useAccount<T>(part: string, parse: (value: unknown) => T) {
  return useQuery({
    queryKey: ['account', part],
    queryFn: ({ signal }) => fetchJson(BASE + part, parse, { signal }),
  })
}

/** Changes something about the account and reads it all anew; `failure` says why it did not work. */
export function useChange() {
  const t = useTranslations('desk')
  const weak = useTranslations('signIn')('strength.weak')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const tell = useCallback(
    (problem: ApiProblem): string => {
      if (problem.status === 0) return t('noAnswer')
      const minutes = Math.ceil((problem.retryAfter ?? 60) / 60)
      if (problem.status === 429) return t('own.tooMany', { minutes })
      const path = problem.errors[0]?.path
      if (path === 'password') return weak
      return path === 'current' || path === 'code' ? t(`own.wrong.${path}`) : textOf(problem)
    },
    [t, weak],
  )
  const change = useCallback(
    async <T>(
      method: 'POST' | 'DELETE',
      part: string,
      body: unknown,
      parse: (value: unknown) => T,
    ): Promise<{ answer: T } | null> => {
      setBusy(true)
      setFailure(null)
      try {
        // A wrong password given once more is answered like a missing session; the page itself still has one.
        const answer = await fetchJson(BASE + part, parse, { method, body, mayBeSignedOut: true })
        await client.invalidateQueries({ queryKey: ['account'] })
        return { answer }
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        setFailure(tell(error))
        return null
      } finally {
        setBusy(false)
      }
    },
    [client, tell],
  )
  return { change, busy, failure }
}

/** The server's words where there are none of ours. */
function textOf({ title, detail, errors }: ApiProblem): string {
  return [...new Set([detail ?? title, ...errors.map(({ message }) => message)])].join(' ')
}

/** For answers that say nothing. */
export function nothing(): null {
  return null
}
