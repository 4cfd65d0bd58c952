import type { Context } from 'hono'
import { unreachable } from '@/lib/unreachable'
import { conflict, refusing } from '@/server/api/admin/answers'
import { problem } from '@/server/api/schemas'
import { AuditError } from '@/server/audit/types'
import { ConsoleError } from '@/server/console/console-error'

/** Why nothing was sent, as an answer; what is nobody's mistake is thrown on. */
export function consoleRefusal(c: Context, error: unknown): never {
  if (error instanceof AuditError) {
    const detail = 'The audit log cannot be written, so nothing was sent.'
    return told(c, 503, 'Service Unavailable', detail, 'notAudited')
  }
  if (!(error instanceof ConsoleError)) throw error
  const { code, message, field } = error
  switch (code) {
    case 'invalid': {
      const errors = [{ path: field ?? '', message }]
      return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail: message, errors }))
    }
    case 'class':
    case 'session':
      return told(c, 403, 'Forbidden', message, code)
    case 'notOffered':
      return told(c, 404, 'Not Found', message, code)
    case 'unconfirmed':
      return conflict(c, code, message)
    case 'unreachable':
      return told(c, 503, 'Service Unavailable', message, code)
    case 'busy':
      return told(c, 429, 'Too Many Requests', message, code)
    default:
      return unreachable(code)
  }
}

function told(c: Context, status: number, title: string, detail: string, code: string): never {
  const document = { title, status, detail, code }
  return refusing(problem(c, document))
}
