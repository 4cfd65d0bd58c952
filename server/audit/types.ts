import type { Origin } from '@/server/auth/types'

/** One line of the audit log. Append-only, and chained: each line's hash covers the line before. */
export type AuditEntry = {
  /** `sign-in`, `sign-in.refused`, `sign-out`, a command's type (`agent.pause`), `account.changed`, `settings.changed` … */
  action: string
  /** Who, by account name; `null`: nobody known (a refused sign-in's name stands in `target`). */
  actor: string | null
  actorId: string | null
  /** What it was done to, as people know it: an agent, a caller's number, a queue, an account. */
  target: string | null
  origin: Origin
  /** `asked` is written before anything is sent to the PBX; the line with the result follows and names the same `ref`. */
  result: 'asked' | 'done' | 'failed' | 'refused'
  /** Why not; how long somebody listened; what was set. No secrets. */
  detail: Readonly<Record<string, string | number | boolean | null>>
  /** Ties lines together: the receipt's id. */
  ref: string | null
}

/** A line as it stands in the log. `at`: ms since 1970. */
export type AuditLine = AuditEntry & { seq: number; at: number; hash: string }

export type AuditSearch = {
  text?: string
  actor?: string
  action?: string
  from?: number
  to?: number
  /** Lines older than this `seq`. */
  before?: number
  limit: number
}

export interface Audit {
  /** Resolves when the line is safely kept; rejects with an `AuditError` when it cannot be: then nothing may be done. */
  write(entry: AuditEntry): Promise<AuditLine>
  /** Newest first. */
  search(search: AuditSearch): Promise<AuditLine[]>
  /** Holds every line against its hash; `null`: whole, else the first `seq` where something is missing or changed. */
  verify(): Promise<{ lines: number; broken: number | null }>
}

export class AuditError extends Error {}
