/** One field of a request that the server did not take. */
type FieldProblem = { path: string; message: string }

/**
 * What the server says when it does not do what it was asked (RFC 9457). `status` 0: no answer at all. `title` and
 * `detail` are the server's own words, in English.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    readonly errors: readonly FieldProblem[] = [],
    /** Whatever else the problem carries, such as `triesLeft`. */
    readonly more: Readonly<Record<string, unknown>> = {},
    /** Seconds after which it may be asked again, by the `Retry-After` header; `null`: not said. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail ?? title)
  }
}

/** Reads a problem out of an answer's body, whatever that body is. */
export function problemOf(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const fields = isObject(body) ? body : {}
  const title = typeof fields.title === 'string' ? fields.title : `HTTP ${status}`
  const detail = typeof fields.detail === 'string' ? fields.detail : null
  const errors = Array.isArray(fields.errors) ? fields.errors.flatMap(fieldProblem) : []
  const seconds = Number(retryAfter)
  return new ApiProblem(status, title, detail, errors, fields, retryAfter && seconds >= 0 ? seconds : null)
}

function fieldProblem(value: unknown): FieldProblem[] {
  if (!isObject(value) || typeof value.message !== 'string') return []
  const path = Array.isArray(value.path) ? value.path.join('.') : value.path
  return [{ path: typeof path === 'string' ? path : '', message: value.message }]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
