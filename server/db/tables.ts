import type { HistoryTables } from './history-tables'

/** All tables of the database. */
export type Tables = PeopleTables & HistoryTables

/**
 * People, their rights and settings, and what they did. Tables are the same on SQLite and PostgreSQL. Moments are whole ms
 * since 1970, flags 0 or 1, JSON is text. Names that people sign in with are kept folded besides (`lower()` of
 * SQLite knows no Cyrillic).
 */
type PeopleTables = {
  accounts: {
    id: string
    name: string
    name_folded: string
    display_name: string
    role: string
    /** argon2id; `null`: no password (single sign-on only, or not yet chosen). */
    password_hash: string | null
    /** Sealed; `null`: no second factor. */
    totp_secret: string | null
    /** Step of the last code that was used: none works twice. */
    totp_last_step: number | null
    /** JSON list of hashes of backup codes left. */
    backup_codes: string
    /** JSON: `QueueScope`, entries beginning with `@` are groups. */
    queues: string
    /** `all`, `own`, `none`; `null`: by role. */
    numbers: string | null
    /** JSON list of `{permission, allowed, queues}` that differ from the role's. */
    overrides: string
    /** Subject of the identity provider; `null`: none. */
    oidc_subject: string | null
    is_disabled: number
    created_at: number
    changed_at: number
  }
  /** Phones given to people. */
  phones: {
    id: string
    account_id: string
    pbx: string
    interface: string
    exten: string | null
    label: string | null
    position: number
  }
  /** A session of a browser. Only the SHA-256 of its token is kept. */
  sessions: {
    id: string
    token_hash: string
    account_id: string
    created_at: number
    seen_at: number
    /** Absolute end. */
    expires_at: number
    /** Ends after so long without a request, ms. */
    idle_ms: number
    address: string
    user_agent: string
    /** `password`, `oidc`, `welcome` */
    how: string
  }
  tokens: {
    id: string
    token_hash: string
    account_id: string
    name: string
    /** JSON list of scopes. */
    scopes: string
    created_at: number
    used_at: number | null
    expires_at: number | null
  }
  /** One-time links: the first admin, a reset password, an invitation. */
  welcomes: {
    id: string
    token_hash: string
    /** `null`: makes the first admin. */
    account_id: string | null
    created_at: number
    expires_at: number
    used_at: number | null
  }
  audit: {
    seq: number
    at: number
    action: string
    actor: string | null
    actor_id: string | null
    target: string | null
    address: string
    via: string
    result: string
    /** JSON */
    detail: string
    ref: string | null
    /** Folded text of all that can be searched. */
    folded: string
    hash: string
  }
  /** One row: the last line there is, so that a log whose end was cut off shows. */
  audit_head: { id: number; seq: number; hash: string }
  settings: { name: string; value: string; changed_at: number; changed_by: string | null }
  /** What reverts by itself, also after a restart. */
  reversions: {
    id: string
    due_at: number
    /** JSON: the command that reverts. */
    command: string
    /** JSON: what must still be so for the reversion to make sense. */
    expects: string
    account_id: string | null
    actor: string
    receipt_id: string
    created_at: number
  }
}
