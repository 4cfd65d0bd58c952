import { vi } from 'vitest'

export type Asked = { method: string; path: string; body: unknown }
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }

/** Stands in for the server: `answer` says what each request gets; `null`: nothing answers at all. Gives what was asked. */
export function stubApi(answer: (asked: Asked) => Answer | null): Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const asked = { method: init.method ?? 'GET', path: String(path), body }
    all.push(asked)
    const given = answer(asked)
    if (given === null) throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(given.body ?? null), {
      status: given.status ?? 200,
      headers: { 'content-type': 'application/json', ...given.headers },
    })
  })
  return all
}
