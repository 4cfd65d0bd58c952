import type { Context } from 'hono'
import { unreachable } from '@/lib/unreachable'
import { problem } from '@/server/api/schemas'
import { AuditError } from '@/server/audit/types'
import { AccountError } from '@/server/auth/account-error'
import { conflict, notFound, refusing } from './answers'

/** Why something about people was not done, as an answer; what is nobody's mistake is thrown on. */
export function accountRefusal(c: Context, error: unknown): never {
  if (error instanceof AuditError) return notAudited(c)
  if (!(error instanceof AccountError)) throw error
  const { code, message } = error
  switch (code) {
    case 'name-taken':
      return conflict(c, code, message, { errors: [{ path: 'name', message }] })
    case 'last-admin':
    case 'changed-since':
      return conflict(c, code, message)
    case 'not-found':
      return notFound(c)
    case 'name-wrong':
      return wrongField(c, 'name', message)
    case 'password-weak':
    case 'password-wrong':
    case 'link-spent':
    case 'code-wrong':
    case 'required':
      return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail: message }))
    default:
      return unreachable(code)
  }
}

/** What cannot be written into the log is not done. */
export function notAudited(c: Context): never {
  const detail = 'The audit log cannot be written, so nothing was changed.'
  return refusing(problem(c, { title: 'Service Unavailable', status: 503, detail }))
}

function wrongField(c: Context, path: string, message: string): never {
  const errors = [{ path, message }]
  return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail: message, errors }))
}
