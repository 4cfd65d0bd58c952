import { ApiProblem, problemOf } from './api-problem'
import { tellSignedOut } from './signed-out'

type Request = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
  /** A 401 is an answer like any other, as at the sign-in itself. */
  mayBeSignedOut?: boolean
}

/**
 * Asks our API and reads the answer with `parse` (a schema's `parse`, or a guard that throws). Rejects with an
 * `ApiProblem` when there is no answer, when the server refuses, and when the answer is not what it should be.
 */
export async function fetchJson<T>(path: string, parse: (value: unknown) => T, options: Request = {}): Promise<T> {
  return parsed(await ask(path, options), parse)
}

export function parsed<T>(body: unknown, parse: (value: unknown) => T): T {
  try {
    return parse(body)
  } catch (error) {
    throw new ApiProblem(0, 'Unexpected answer', error instanceof Error ? error.message : null)
  }
}

/** The same for answers that do not matter, such as those to a deletion. */
export async function send(path: string, options: Request): Promise<void> {
  await ask(path, options)
}

async function ask(path: string, options: Request): Promise<unknown> {
  const response = await request(path, options)
  return response.json().catch(() => null)
}

/** The answer as it comes, once it is none that refuses. */
export async function request(path: string, options: Request): Promise<Response> {
  const { method = 'GET', body, signal, mayBeSignedOut = false } = options
  const init: RequestInit = { method, cache: 'no-store', credentials: 'same-origin' }
  // A change is JSON even when it says nothing: the server takes no other type, so that no form elsewhere can send one.
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') headers['content-type'] = 'application/json'
  if (method !== 'GET') init.body = JSON.stringify(body ?? {})
  const response = await fetch(path, { ...init, headers, ...(signal && { signal }) }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiProblem(0, 'No answer', null)
  })
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => null)
  if (response.status === 401 && !mayBeSignedOut) tellSignedOut()
  throw problemOf(response.status, answer, response.headers.get('retry-after'))
}
