import type { ServerResponse } from 'node:http'

/** Headers of everything that is not a page: nothing here may be framed, sniffed, cached or run. */
export const STATIC_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** An error as RFC 9457 wants it. */
export type ProblemDocument = { title: string; status: number; detail: string; errors?: readonly object[] }

export function respondJson(response: ServerResponse, status: number, body: unknown): void {
  respond(response, status, 'application/json', JSON.stringify(body))
}

export function respondProblem(
  response: ServerResponse,
  problem: ProblemDocument,
  headers: Record<string, string> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  respond(response, problem.status, 'application/problem+json', JSON.stringify(problem))
}

export function respond(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    ...STATIC_HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
