'use client'

import { useTranslations } from 'use-intl'
import { COMMAND_TYPES } from '@/lib/protocol/commands'

/** What the log knows besides commands. */
const OTHERS = [
  'sign-in',
  'sign-in.refused',
  'sign-out',
  'account.created',
  'account.changed',
  'account.deleted',
  'account.link',
  'account.linked',
  'account.password',
  'account.phones',
  'account.two-factor.on',
  'account.two-factor.removed',
  'session.ended',
  'token.created',
  'token.revoked',
  'settings.changed',
  'caller.forgotten',
  'lost.claimed',
  'lost.released',
  'lost.done',
  'lost.undone',
  'lost.noted',
  'console.run',
] as const

export const ACTIONS: readonly string[] = [...OTHERS, ...COMMAND_TYPES]

/** An action of the log in words; one that the catalogue does not know stands as the log has it. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations('admin')
  return (action) => {
    const key = `audit.did.${action.replaceAll(/[.-]/g, '_')}` as 'audit.did.dial'
    return t.has(key) ? t(key) : action
  }
}
