import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem'

const TRIES = 2

/**
 * What pages ask the server with. Asked even where the browser believes that it has no network: the server may stand in
 * the same house, and where it does not answer the page says so; nothing is kept to be sent later.
 */
export function newQueryClient({ tries: most = TRIES } = {}): QueryClient {
  // What the server refuses it refuses again: only silence is worth another try.
  const retry = (tries: number, error: Error) =>
    tries < most && error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
  const networkMode = 'always' as const
  const queries = { networkMode, retry, refetchOnReconnect: true, refetchOnWindowFocus: true, staleTime: 10_000 }
  return new QueryClient({ defaultOptions: { queries, mutations: { networkMode } } })
}
