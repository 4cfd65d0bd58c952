import type { ConsoleAction, ConsoleAnswer, ConsoleRequest } from '@/lib/protocol/admin/console'
import type { Audit, AuditEntry } from '@/server/audit/types'
import type { Actor } from '@/server/auth/actor'
import { HIDDEN, isSecretName } from './hide'

type RecordOptions = {
  audit: Audit
  by: Actor
  pbx: string
  request: ConsoleRequest
  spec: ConsoleAction
  onError(error: unknown): void
}

/** What the audit log has of one action: a line before it, without which nothing is sent, and one with its result. */
export class RunRecord {
  private readonly entry: Omit<AuditEntry, 'result' | 'ref'>
  private ref: string | null = null

  constructor(private readonly options: RecordOptions) {
    const { by, pbx, request, spec } = options
    this.entry = {
      action: 'console.run',
      actor: by.name,
      actorId: by.accountId,
      target: spec.name,
      origin: by.origin,
      detail: { ...parametersOf(request, spec), pbx },
    }
  }

  async asked(): Promise<void> {
    const { seq } = await this.options.audit.write({ ...this.entry, result: 'asked', ref: null })
    this.ref = String(seq)
  }

  /** Refused before anything was asked of the PBX. */
  refused(why: string): Promise<void> {
    return this.result('refused', { why })
  }

  came({ outcome, text, ms }: ConsoleAnswer): Promise<void> {
    return this.result(outcome === 'success' ? 'done' : 'failed', { outcome, answer: text, ms })
  }

  notSent(why: string): Promise<void> {
    return this.result('failed', { why })
  }

  /** It happened, written or not: whoever asked gets to know what came of it. */
  private async result(result: AuditEntry['result'], more: AuditEntry['detail']): Promise<void> {
    const { audit, onError } = this.options
    const detail = { ...this.entry.detail, ...more }
    await audit.write({ ...this.entry, result, detail, ref: this.ref }).catch(onError)
  }
}

/** Each parameter under its own name, as Asterisk spells it: with a capital, so that none is taken for ours. */
function parametersOf({ headers }: ConsoleRequest, { parameters }: ConsoleAction): Record<string, string> {
  const detail = new Map<string, string>()
  for (const [name, value] of headers) {
    const isSecret = isSecretName(name) || parameters.some((one) => one.name === name && one.type === 'secret')
    const shown = isSecret ? HIDDEN : value
    const before = detail.get(name)
    detail.set(name, before === undefined ? shown : `${before} | ${shown}`)
  }
  return Object.fromEntries(detail)
}
